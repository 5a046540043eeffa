#include "customers/card_tags_popover.h"

#include "base/fold.h"
#include "theme/kontor_style.h"
#include "theme/painting.h"
#include "widgets/bidi.h"
#include "widgets/chip.h"
#include "widgets/palette_label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {

constexpr int kColours = 8;
constexpr int kListHeight = 240;

QString colourName(int colour) {
    static constexpr const char *kNames[kColours] = {
        QT_TRANSLATE_NOOP("kontor::ui::TagsPopover", "Grey"),   QT_TRANSLATE_NOOP("kontor::ui::TagsPopover", "Red"),
        QT_TRANSLATE_NOOP("kontor::ui::TagsPopover", "Orange"), QT_TRANSLATE_NOOP("kontor::ui::TagsPopover", "Yellow"),
        QT_TRANSLATE_NOOP("kontor::ui::TagsPopover", "Green"),  QT_TRANSLATE_NOOP("kontor::ui::TagsPopover", "Teal"),
        QT_TRANSLATE_NOOP("kontor::ui::TagsPopover", "Blue"),   QT_TRANSLATE_NOOP("kontor::ui::TagsPopover", "Violet")};
    return TagsPopover::tr(kNames[colour]);
}

ChipTone toneOf(qint64 colour) { return ChipTone(int(qBound(qint64(0), colour, qint64(kColours - 1)))); }

QPixmap disc(ChipTone tone, const QWidget &widget) {
    const qreal ratio = widget.devicePixelRatioF();
    QPixmap pixmap(QSize(kSmallIcon, kSmallIcon) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    const ColourPair colours = chipColours(tone, themeOf(&widget));
    drawRounded(&painter, QRect(0, 0, kSmallIcon, kSmallIcon), kSmallIcon / 2.0, colours.background, colours.foreground);
    return pixmap;
}

} // namespace

TagsPopover::TagsPopover(QWidget *page)
    : Popover(tr("Tags"), page),
      m_search(new QLineEdit(this)),
      m_list(new QListWidget(this)),
      m_colour(new PaletteLabel(TextRole::Caption, TextColour::Second, this)) {
    m_search->setPlaceholderText(tr("Find or add a tag"));
    m_search->setAccessibleName(tr("Find or add a tag"));
    m_search->installEventFilter(this);
    m_list->setAccessibleName(tr("Tags"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMinimumHeight(kListHeight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    addWidget(m_search);
    addWidget(m_list);
    buildColours();
    connect(m_search, &QLineEdit::textChanged, this, &TagsPopover::fill);
    connect(m_list, &QListWidget::currentRowChanged, this, &TagsPopover::showColour);
    connect(m_list, &QListWidget::itemClicked, this, &TagsPopover::toggleCurrent);
    connect(this, &Popover::accepted, this, &TagsPopover::toggleCurrent);
}

void TagsPopover::buildColours() {
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSmall);
    for (int colour = 0; colour < kColours; ++colour) {
        auto *button = new QToolButton(row);
        button->setAutoRaise(true);
        button->setIconSize({kSmallIcon, kSmallIcon});
        button->setCheckable(true);
        button->setAccessibleName(tr("Colour of the tag: %1").arg(colourName(colour)));
        button->setToolTip(colourName(colour));
        connect(button, &QToolButton::clicked, this, [this, colour] {
            if (const Tag *tag = currentTag())
                emit colourWanted(tag->id, colour);
            showColour(); // until the base has it
        });
        layout->addWidget(button);
        m_colours << button;
    }
    layout->addStretch(1);
    addWidget(m_colour);
    addWidget(row);
}

// The colour of the tag that Enter would take, in a word as well.
void TagsPopover::showColour() {
    const Tag *tag = currentTag();
    const int current = tag ? int(qBound(qint64(0), tag->colour, qint64(kColours - 1))) : -1;
    for (int colour = 0; colour < m_colours.size(); ++colour) {
        m_colours[colour]->setChecked(colour == current);
        m_colours[colour]->setEnabled(tag != nullptr);
    }
    //: A tag and its colour: "Colour of garden: Green".
    m_colour->setText(tag ? tr("Colour of %1: %2").arg(isolated(tag->name), colourName(current)) : tr("Colour"));
}

void TagsPopover::open(const QRect &anchor) {
    for (int colour = 0; colour < m_colours.size(); ++colour)
        m_colours[colour]->setIcon(disc(ChipTone(colour), *this));
    m_search->clear();
    fill();
    openAt(anchor, m_search);
}

void TagsPopover::setTags(const QList<Tag> &all, const QList<Tag> &carried) {
    m_all = all;
    m_carried = carried;
    fill();
}

bool TagsPopover::isCarried(Id tag) const {
    return std::any_of(m_carried.cbegin(), m_carried.cend(), [tag](const Tag &carried) { return carried.id == tag; });
}

// Those that the customer carries stand first as long as nothing is typed.
void TagsPopover::fill() {
    const int current = m_list->currentRow();
    const QString wanted = fold(m_search->text().simplified());
    m_list->clear();
    bool isThere = wanted.isEmpty();
    const auto add = [&](const Tag &tag) {
        if (!fold(tag.name).contains(wanted))
            return;
        isThere = isThere || fold(tag.name) == wanted;
        auto *item = new QListWidgetItem(QIcon(disc(toneOf(tag.colour), *this)), tag.name, m_list);
        item->setData(Qt::UserRole, tag.id.value);
        item->setCheckState(isCarried(tag.id) ? Qt::Checked : Qt::Unchecked);
        item->setData(Qt::AccessibleTextRole, isCarried(tag.id) ? tr("%1, on this customer").arg(tag.name) : tag.name);
    };
    for (const bool carried : {true, false})
        for (const Tag &tag : std::as_const(m_all))
            if (isCarried(tag.id) == carried)
                add(tag);
    if (!isThere)
        new QListWidgetItem(tr("New tag “%1”").arg(m_search->text().simplified()), m_list);
    m_list->setCurrentRow(wanted.isEmpty() ? qBound(0, current, qMax(0, m_list->count() - 1)) : 0);
    showColour();
}

const Tag *TagsPopover::currentTag() const {
    const QListWidgetItem *item = m_list->currentItem();
    for (const Tag &tag : m_all)
        if (item && item->data(Qt::UserRole).toLongLong() == tag.id.value)
            return &tag;
    return nullptr;
}

void TagsPopover::toggleCurrent() {
    if (const Tag *tag = currentTag())
        emit toggled(tag->name, tag->id, isCarried(tag->id));
    else if (const QString name = m_search->text().simplified(); !name.isEmpty())
        emit toggled(name, {}, false);
    m_search->selectAll();
}

// The arrows belong to the list while the words belong to the line.
bool TagsPopover::eventFilter(QObject *watched, QEvent *event) {
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        if (step != 0) {
            m_list->setCurrentRow(qBound(0, m_list->currentRow() + step, qMax(0, m_list->count() - 1)));
            return true;
        }
    }
    return Popover::eventFilter(watched, event);
}

} // namespace kontor::ui

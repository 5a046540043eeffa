#include "settings/tags_pane.h"

#include "main_window/shell.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/painting.h"
#include "widgets/bidi.h"
#include "widgets/palette_label.h"

#include <QtWidgets>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {

// A dot in the colour of the tag; the list names the colour too.
QIcon dotOf(const ColourPair &colours, const QWidget *widget) {
    const qreal ratio = widget->devicePixelRatioF();
    QPixmap pixmap(QSize(kSmallIcon, kSmallIcon) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    drawRounded(&painter, QRectF(1, 1, kSmallIcon - 2, kSmallIcon - 2), kSmallIcon / 2.0, colours.background, colours.foreground);
    return QIcon(pixmap);
}

} // namespace

TagsPane::TagsPane(workspace::Workspace &workspace, Shell &shell, QWidget *parent)
    : SettingsPane(parent),
      m_workspace(workspace),
      m_shell(shell),
      m_hint(new PaletteLabel(TextRole::Body, TextColour::Second, this)),
      m_list(new QListWidget(this)),
      m_rename(new QPushButton(this)),
      m_delete(new QPushButton(this)),
      m_colour(new QComboBox(this)),
      m_into(new QComboBox(this)),
      m_merge(new QPushButton(this)) {
    build();
    connect(m_rename, &QPushButton::clicked, this, [this] { m_list->editItem(m_list->currentItem()); });
    connect(m_delete, &QPushButton::clicked, this, &TagsPane::remove);
    connect(m_merge, &QPushButton::clicked, this, &TagsPane::merge);
    connect(m_into, &QComboBox::currentIndexChanged, this,
            [this] { m_merge->setEnabled(m_into->currentIndex() > 0 && !m_workspace.isReadOnly()); });
    connect(m_colour, &QComboBox::activated, this, [this](int colour) {
        if (const TagUse *use = current())
            act([id = use->tag.id, colour](workspace::Recorder &recorder) { return recolourTag(recorder, id, colour); }, {});
    });
    connect(m_list, &QListWidget::currentRowChanged, this, &TagsPane::showState);
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem *item) {
        if (!m_isFilling)
            rename(item->text());
    });
    connect(
        m_list->itemDelegate(), &QAbstractItemDelegate::closeEditor, this,
        [this] {
            if (std::exchange(m_isDue, false))
                refresh();
        },
        Qt::QueuedConnection);
    retranslate();
}

void TagsPane::build() {
    m_hint->setWordWrap(true);
    addWide(m_hint);
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    m_list->installEventFilter(this);
    addWide(m_list, 1);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(kGap);
    acts->addWidget(m_rename);
    acts->addWidget(m_delete);
    acts->addStretch(1);
    addWide(acts);
    m_colourLabel = addRow(m_colour);
    auto *merging = new QWidget(this);
    auto *row = new QHBoxLayout(merging);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGap);
    row->addWidget(m_into, 1);
    row->addWidget(m_merge);
    m_intoLabel = addRow(merging);
    m_intoLabel->setBuddy(m_into);
}

void TagsPane::retranslate() {
    applyTitle();
    m_hint->setText(tr("Marks that customers carry. Renaming or merging changes them on every card, and can be undone."));
    m_list->setAccessibleName(tr("Tags"));
    m_rename->setText(tr("Rename"));
    m_rename->setToolTip(tr("Rename (F2)"));
    m_delete->setText(tr("Delete tag"));
    m_delete->setToolTip(tr("Delete tag (Delete)"));
    m_merge->setText(tr("Merge"));
    for (QPushButton *button : {m_rename, m_delete, m_merge})
        button->setAccessibleName(button->text());
    setRow(m_colourLabel, m_colour, tr("Colour"));
    setRow(m_intoLabel, m_into, tr("Merge into"));
    showColours();
    refresh();
}

void TagsPane::showColours() {
    const QStringList names{tr("Grey"), tr("Red"), tr("Orange"), tr("Yellow"), tr("Green"), tr("Teal"), tr("Blue"), tr("Violet")};
    const int chosen = m_colour->currentIndex();
    m_colour->clear();
    for (int i = 0; i < names.size(); ++i)
        m_colour->addItem(dotOf(themeOf(this).tags[size_t(i)], this), names[i]);
    m_colour->setCurrentIndex(chosen);
}

void TagsPane::refresh() {
    m_workspace.read(
        this, [](db::Database &database) { return tagUses(database); },
        [this](Result<QList<TagUse>> tags) {
            if (tags)
                show(*tags);
            else
                m_shell.showError(tags.error());
        });
}

void TagsPane::show(const QList<TagUse> &tags) {
    m_isDue = m_list->isPersistentEditorOpen(m_list->currentItem());
    if (m_isDue)
        return; // new lines would take the editor away, and with it what was typed
    const TagUse *before = current();
    const Id wanted = before ? before->tag.id : Id();
    const int row = m_list->currentRow();
    const QSignalBlocker quiet(m_list);
    m_isFilling = true;
    m_tags = tags;
    m_list->clear();
    int chosen = qMin(qMax(0, row), int(tags.size()) - 1);
    for (int i = 0; i < tags.size(); ++i) {
        const Tag &tag = tags[i].tag;
        const QString count = tr("%Ln customer(s)", nullptr, int(tags[i].customers));
        auto *item = new QListWidgetItem(dotOf(themeOf(this).tags[size_t(qBound(qint64(0), tag.colour, qint64(7)))], this),
                                         tag.name, m_list);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        item->setToolTip(count);
        item->setData(Qt::AccessibleTextRole, tr("%1, %2, %3").arg(tag.name, m_colour->itemText(int(tag.colour)), count));
        if (tag.id == wanted)
            chosen = i;
    }
    m_list->setCurrentRow(chosen);
    m_isFilling = false;
    showState();
}

const TagUse *TagsPane::current() const {
    const int row = m_list->currentRow();
    return row >= 0 && row < m_tags.size() ? &m_tags[row] : nullptr;
}

void TagsPane::showState() {
    const TagUse *use = current();
    const bool canWrite = use && !m_workspace.isReadOnly();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_rename, m_delete, m_colour, m_into})
        widget->setEnabled(canWrite);
    m_colour->setCurrentIndex(use ? int(use->tag.colour) : -1);
    m_into->clear();
    m_into->addItem(tr("Choose a tag"), qint64(0));
    for (const TagUse &other : std::as_const(m_tags))
        if (use && other.tag.id != use->tag.id)
            m_into->addItem(other.tag.name, other.tag.id.value);
    m_merge->setEnabled(false);
}

template <class Act>
void TagsPane::act(Act act, const QString &toast) {
    const TagUse *use = current();
    m_workspace.write({u"tags"_s, "tag", use ? use->tag.id : Id()}, std::move(act), this, [this, toast](Result<void> result) {
        if (!result)
            m_shell.showError(result.error());
        else if (!toast.isEmpty())
            m_shell.showUndoToast(toast);
        refresh();
    });
}

void TagsPane::rename(const QString &name) {
    if (const TagUse *use = current(); use && name.simplified() != use->tag.name)
        act([id = use->tag.id, name](workspace::Recorder &recorder) { return renameTag(recorder, id, name); }, {});
}

void TagsPane::merge() {
    const TagUse *use = current();
    const Id into{m_into->currentData().toLongLong()};
    if (!use || !into.isValid())
        return;
    act([from = use->tag.id, into](workspace::Recorder &recorder) { return mergeTags(recorder, from, into); },
        tr("The tag “%1” is merged into “%2”.").arg(isolated(use->tag.name), isolated(m_into->currentText())));
}

void TagsPane::remove() {
    const TagUse *use = current();
    if (!use || m_workspace.isReadOnly())
        return;
    act([id = use->tag.id](workspace::Recorder &recorder) { return deleteTag(recorder, id); },
        use->customers == 0 ? tr("The tag “%1” is deleted.").arg(isolated(use->tag.name))
                            : tr("The tag “%1” is deleted. %Ln customer(s) carried it.", nullptr, int(use->customers))
                                  .arg(isolated(use->tag.name)));
}

void TagsPane::onChanged(const workspace::ChangeSet &changes) {
    if (changes.touches("tag") || changes.touches("customer_tag"))
        refresh();
}

bool TagsPane::eventFilter(QObject *watched, QEvent *event) {
    if (watched != m_list || event->type() != QEvent::KeyPress || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Delete)
        return SettingsPane::eventFilter(watched, event);
    remove();
    return true;
}

} // namespace kontor::ui

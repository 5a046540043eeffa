#include "customers/customer_bulk_popovers.h"

#include "base/fold.h"
#include "theme/metrics.h"
#include "widgets/choice_name.h"
#include "widgets/formats.h"
#include "widgets/palette_label.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {
constexpr int kTagRows = 8;
constexpr int kNameRole = Qt::UserRole;
constexpr int kBeforeRole = Qt::UserRole + 1;
constexpr qsizetype kMostNames = 6;
constexpr int kPreviewPause = 150;
constexpr int kFormWidth = 360;
} // namespace

BulkTagsPopover::BulkTagsPopover(const Formats &formats, QWidget *page)
    : Popover(tr("Tags"), page), m_formats(formats), m_name(new QLineEdit(this)), m_list(new QListWidget(this)) {
    addField(tr("Find or add a tag"), m_name);
    m_list->setAccessibleName(tr("Tags"));
    m_list->setMinimumWidth(kFormWidth);
    m_list->setUniformItemSizes(true);
    addWidget(m_list);
    addButtons(tr("Apply tags"));
    m_name->installEventFilter(this);
    connect(m_name, &QLineEdit::textChanged, this, &BulkTagsPopover::narrow);
    connect(this, &Popover::accepted, this, &BulkTagsPopover::finish);
}

QListWidgetItem *BulkTagsPopover::addItem(const QString &name, Qt::CheckState state, const QString &count) {
    auto *item = new QListWidgetItem(count.isEmpty() ? name : tr("%1, %2").arg(name, count), m_list);
    item->setData(kNameRole, name);
    item->setData(kBeforeRole, int(state));
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(state);
    return item;
}

void BulkTagsPopover::open(const QRect &anchor, const QList<TagCount> &tags, qint64 customers) {
    m_list->clear();
    for (const TagCount &tag : tags) {
        const bool all = tag.customers >= customers;
        const bool some = tag.customers > 0 && !all;
        addItem(tag.name,
                all    ? Qt::Checked
                : some ? Qt::PartiallyChecked
                       : Qt::Unchecked,
                some ? tr("%1 of %2").arg(m_formats.number(tag.customers), m_formats.number(customers)) : QString());
    }
    const int row = m_list->count() > 0 ? m_list->sizeHintForRow(0) : kControl;
    m_list->setMinimumHeight(qBound(1, m_list->count(), kTagRows) * row + kGap);
    m_name->clear();
    openAt(anchor, m_name);
}

void BulkTagsPopover::narrow() {
    const QString typed = fold(m_name->text());
    QListWidgetItem *first = nullptr;
    for (int i = 0; i < m_list->count(); ++i) {
        QListWidgetItem *item = m_list->item(i);
        item->setHidden(!typed.isEmpty() && !fold(item->data(kNameRole).toString()).contains(typed));
        if (!first && !item->isHidden())
            first = item;
    }
    if (first)
        m_list->setCurrentItem(first);
}

bool BulkTagsPopover::eventFilter(QObject *watched, QEvent *event) {
    if (watched == m_name && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down) {
        if (!m_list->currentItem() && m_list->count() > 0)
            m_list->setCurrentRow(0);
        m_list->setFocus(Qt::TabFocusReason);
        return true;
    }
    return Popover::eventFilter(watched, event);
}

void BulkTagsPopover::finish() {
    // What was typed is a tag to add: the one of that name, or a new one.
    QList<BulkChange> changes;
    if (const QString typed = m_name->text().simplified(); !typed.isEmpty()) {
        QListWidgetItem *named = nullptr;
        for (int i = 0; i < m_list->count(); ++i)
            if (fold(m_list->item(i)->data(kNameRole).toString()) == fold(typed))
                named = m_list->item(i);
        if (!named)
            named = addItem(typed, Qt::Unchecked, {});
        named->setCheckState(Qt::Checked);
    }
    for (int i = 0; i < m_list->count(); ++i) {
        const QListWidgetItem *item = m_list->item(i);
        if (int(item->checkState()) == item->data(kBeforeRole).toInt() || item->checkState() == Qt::PartiallyChecked)
            continue;
        changes << BulkChange{item->checkState() == Qt::Checked ? BulkChange::Kind::AddTag : BulkChange::Kind::RemoveTag,
                              {},
                              item->data(kNameRole).toString()};
    }
    close();
    if (!changes.isEmpty())
        emit changesReady(changes);
}

ChangePopover::ChangePopover(const Formats &formats, QWidget *page)
    : Popover(tr("Change a field"), page),
      m_formats(formats),
      m_field(new QComboBox(this)),
      m_value(new QStackedWidget(this)),
      m_text(new QLineEdit(m_value)),
      m_choice(new QComboBox(m_value)),
      m_preview(new PaletteLabel(TextRole::Body, TextColour::Second, this)) {
    m_field->setMaxVisibleItems(16);
    m_value->addWidget(m_text);
    m_value->addWidget(m_choice);
    m_value->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    addField(tr("Field"), m_field);
    addField(tr("New value"), m_value);
    m_text->setAccessibleName(tr("New value"));
    setChoiceName(m_choice, tr("New value"));
    m_preview->setWordWrap(true);
    m_preview->setMinimumWidth(kFormWidth);
    addWidget(m_preview);
    m_do = addButtons(tr("Change customers"));
    m_later.setSingleShot(true);
    m_later.setInterval(kPreviewPause);
    connect(&m_later, &QTimer::timeout, this, [this] { emit previewWanted(change()); });
    connect(m_field, &QComboBox::currentIndexChanged, this, &ChangePopover::showField);
    connect(m_text, &QLineEdit::textChanged, this, &ChangePopover::askLater);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &ChangePopover::askLater);
    connect(this, &Popover::accepted, this, &ChangePopover::finish);
}

void ChangePopover::open(const QRect &anchor, const QList<Field> &fields) {
    m_fields = fields;
    {
        const QSignalBlocker quiet(m_field);
        m_field->clear();
        for (const Field &field : fields)
            m_field->addItem(field.label);
    }
    showField();
    openAt(anchor, m_field);
}

void ChangePopover::propose(const BulkChange &change) {
    for (int i = 0; i < m_fields.size(); ++i)
        if (m_fields.at(i).column == change.column)
            m_field->setCurrentIndex(i);
    m_text->setText(change.text);
    m_choice->setCurrentIndex(m_choice->findData(change.text));
}

void ChangePopover::showField() {
    const Field field = m_fields.value(m_field->currentIndex());
    {
        const QSignalBlocker quietText(m_text), quietChoice(m_choice);
        m_text->clear();
        m_choice->clear();
        for (const auto &[value, word] : field.choices)
            m_choice->addItem(word, value);
    }
    m_value->setCurrentWidget(field.choices.isEmpty() ? static_cast<QWidget *>(m_text) : m_choice);
    askLater();
}

void ChangePopover::askLater() {
    m_isReady = false;
    m_do->setEnabled(false);
    m_later.start();
}

BulkChange ChangePopover::change() const {
    const Field field = m_fields.value(m_field->currentIndex());
    return {BulkChange::Kind::SetField, field.column,
            field.choices.isEmpty() ? m_text->text().trimmed() : m_choice->currentData().toString()};
}

void ChangePopover::showPreview(const Result<BulkPreview> &preview) {
    setProblem(preview ? QString() : preview.error().message);
    m_isReady = preview && preview->willChange > 0;
    m_do->setEnabled(m_isReady);
    if (!preview)
        return m_preview->clear();
    const QString will = preview->willChange == 0 ? tr("No customer will change")
                                                  : tr("%Ln customer(s) will change", nullptr, int(preview->willChange));
    const QString words = preview->haveItAlready == 0
                              ? tr("%1.").arg(will)
                              : tr("%1, %2 already have it.").arg(will, m_formats.number(preview->haveItAlready));
    m_preview->setText(words);
    m_do->setText(preview->willChange == 0 ? tr("Change customers")
                                           : tr("Change %Ln customer(s)", nullptr, int(preview->willChange)));
    m_do->setAccessibleName(m_do->text());
    m_do->setAccessibleDescription(words);
}

// Enter before the count is here waits for it: nothing is done unseen.
void ChangePopover::finish() {
    if (!m_isReady)
        return;
    close();
    emit changesReady({change()});
}

MailListPopover::MailListPopover(const Formats &formats, QWidget *page)
    : Popover(tr("E-mail list"), page),
      m_formats(formats),
      m_words(new PaletteLabel(TextRole::Body, TextColour::Normal, this)),
      m_leftOut(new PaletteLabel(TextRole::Body, TextColour::Second, this)) {
    for (PaletteLabel *label : {m_words, m_leftOut}) {
        label->setWordWrap(true);
        label->setMinimumWidth(kFormWidth);
        addWidget(label);
    }
    auto *write = new QPushButton(tr("Write to all, addresses hidden"), this);
    write->setAccessibleName(write->text());
    m_write = write;
    addWidget(write);
    m_copy = addButtons(tr("Copy addresses"));
    connect(write, &QPushButton::clicked, this, [this] {
        const auto link = communication::hiddenMailtoLink(m_list.plain);
        close();
        if (link)
            emit writeWanted(*link);
    });
    connect(this, &Popover::accepted, this, [this] {
        close();
        emit copyWanted(m_list.addresses.join(u", "_s));
    });
}

void MailListPopover::open(const QRect &anchor, const communication::MailList &list) {
    m_list = list;
    m_words->setText(list.plain.isEmpty() ? tr("None of them can be written to.")
                                          : tr("%Ln address(es) can be written to.", nullptr, int(list.plain.size())));
    const auto named = [this](const QStringList &names) {
        const QString shown = names.mid(0, kMostNames).join(tr(", "));
        return names.size() <= kMostNames ? shown : tr("%1 and %2 more").arg(shown, m_formats.number(names.size() - kMostNames));
    };
    QStringList leftOut;
    if (!list.optedOut.isEmpty())
        leftOut << tr("Left out, they do not want e-mail: %1.").arg(named(list.optedOut));
    if (!list.without.isEmpty())
        leftOut << tr("Without an address: %1.").arg(named(list.without));
    m_leftOut->setText(leftOut.join(u'\n'));
    m_leftOut->setVisible(!leftOut.isEmpty());
    m_copy->setEnabled(!list.plain.isEmpty());
    const bool fits = communication::hiddenMailtoLink(list.plain).has_value();
    m_write->setEnabled(fits);
    m_write->setToolTip(fits || list.plain.isEmpty() ? QString() : tr("Too many for one letter of a mail program: copy them."));
    openAt(anchor, m_copy->isEnabled() ? static_cast<QWidget *>(m_copy) : m_write);
}

} // namespace kontor::ui

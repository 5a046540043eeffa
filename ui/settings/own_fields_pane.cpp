#include "settings/own_fields_pane.h"

#include "custom_fields/custom_field_acts.h"
#include "custom_fields/custom_field_repository.h"
#include "main_window/shell.h"
#include "theme/metrics.h"
#include "widgets/bidi.h"
#include "widgets/palette_label.h"

#include <QtWidgets>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {

const QString kBetween = u"; "_s; // between choices that are typed in one line

QString joined(const CustomField &field) { return choicesOf(field).join(kBetween); }

QStringList splitChoices(const QString &text) {
    QStringList choices;
    for (const QString &choice : text.split(u';', Qt::SkipEmptyParts))
        if (const QString word = choice.simplified(); !word.isEmpty())
            choices << word;
    return choices;
}

bool isChoice(const QString &kind) { return kind == "choice"_L1 || kind == "choices"_L1; }

} // namespace

OwnFieldsPane::OwnFieldsPane(workspace::Workspace &workspace, Shell &shell, QWidget *parent)
    : SettingsPane(parent),
      m_workspace(workspace),
      m_shell(shell),
      m_hint(new PaletteLabel(TextRole::Body, TextColour::Second, this)),
      m_list(new QListWidget(this)),
      m_rename(new QPushButton(this)),
      m_up(new QPushButton(this)),
      m_down(new QPushButton(this)),
      m_trash(new QPushButton(this)),
      m_choices(new QLineEdit(this)),
      m_name(new QLineEdit(this)),
      m_kind(new QComboBox(this)),
      m_newChoices(new QLineEdit(this)),
      m_add(new QPushButton(this)) {
    build();
    connect(m_add, &QPushButton::clicked, this, &OwnFieldsPane::add);
    connect(m_name, &QLineEdit::returnPressed, this, &OwnFieldsPane::add);
    connect(m_name, &QLineEdit::textChanged, this, &OwnFieldsPane::showState);
    connect(m_newChoices, &QLineEdit::returnPressed, this, &OwnFieldsPane::add);
    connect(m_newChoices, &QLineEdit::textChanged, this, &OwnFieldsPane::showState);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &OwnFieldsPane::showState);
    connect(m_rename, &QPushButton::clicked, this, [this] { m_list->editItem(m_list->currentItem()); });
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_trash, &QPushButton::clicked, this, &OwnFieldsPane::trash);
    connect(m_choices, &QLineEdit::editingFinished, this, &OwnFieldsPane::keepChoices);
    connect(m_list, &QListWidget::currentRowChanged, this, &OwnFieldsPane::showState);
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

void OwnFieldsPane::build() {
    m_hint->setWordWrap(true);
    addWide(m_hint);
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    m_list->installEventFilter(this);
    addWide(m_list, 1);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(kGap);
    for (QPushButton *button : {m_rename, m_up, m_down, m_trash})
        acts->addWidget(button);
    acts->addStretch(1);
    addWide(acts);
    m_choicesLabel = addRow(m_choices);
    m_nameLabel = addRow(m_name);
    m_kindLabel = addRow(m_kind);
    m_newChoicesLabel = addRow(m_newChoices);
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(m_add);
    addWide(foot);
}

void OwnFieldsPane::retranslate() {
    applyTitle();
    m_list->setAccessibleName(tr("My fields"));
    m_rename->setText(tr("Rename"));
    m_rename->setToolTip(tr("Rename (F2)"));
    m_up->setText(tr("Move up"));
    m_up->setToolTip(tr("Move up (Alt+Up)"));
    m_down->setText(tr("Move down"));
    m_down->setToolTip(tr("Move down (Alt+Down)"));
    m_trash->setText(tr("Move to trash"));
    m_trash->setToolTip(tr("Move to trash (Delete)"));
    m_add->setText(tr("Add field"));
    for (QPushButton *button : {m_rename, m_up, m_down, m_trash, m_add})
        button->setAccessibleName(button->text());
    setRow(m_choicesLabel, m_choices, tr("Choices"));
    setRow(m_nameLabel, m_name, tr("New field"));
    setRow(m_kindLabel, m_kind, tr("What it holds"));
    m_name->setPlaceholderText(tr("Shoe size"));
    setRow(m_newChoicesLabel, m_newChoices, tr("To choose from"));
    for (QLineEdit *edit : {m_choices, m_newChoices})
        edit->setPlaceholderText(tr("red; green; blue"));
    const QVariant chosen = m_kind->currentData();
    m_kind->clear();
    m_kind->addItem(tr("Text"), u"text"_s);
    m_kind->addItem(tr("Number"), u"number"_s);
    m_kind->addItem(tr("Date"), u"date"_s);
    m_kind->addItem(tr("One of several choices"), u"choice"_s);
    m_kind->addItem(tr("Any of several choices"), u"choices"_s);
    m_kind->addItem(tr("Yes or no"), u"yes_no"_s);
    m_kind->addItem(tr("Money"), u"money"_s);
    m_kind->addItem(tr("Link"), u"link"_s);
    m_kind->setCurrentIndex(qMax(0, m_kind->findData(chosen)));
    refresh();
}

void OwnFieldsPane::refresh() {
    m_workspace.read(
        this, [](db::Database &database) { return customFields(database); },
        [this](Result<QList<CustomField>> fields) {
            if (fields)
                show(*fields);
            else
                m_shell.showError(fields.error());
        });
}

void OwnFieldsPane::show(const QList<CustomField> &fields) {
    m_isDue = m_list->isPersistentEditorOpen(m_list->currentItem());
    if (m_isDue)
        return; // new lines would take the editor away, and with it what was typed
    const CustomField *before = current();
    const Id wanted = m_toSelect.isValid() ? m_toSelect : before ? before->id : Id();
    const int row = m_list->currentRow();
    const QSignalBlocker quiet(m_list);
    m_isFilling = true;
    m_fields = fields;
    m_list->clear();
    int chosen = qMin(qMax(0, row), int(fields.size()) - 1);
    for (int i = 0; i < fields.size(); ++i) {
        auto *item = new QListWidgetItem(fields[i].label, m_list);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        const QString kind = m_kind->itemText(m_kind->findData(fields[i].kind));
        item->setToolTip(kind);
        item->setData(Qt::AccessibleTextRole, tr("%1, %2").arg(fields[i].label, kind));
        if (fields[i].id == wanted)
            chosen = i;
    }
    m_list->setCurrentRow(chosen);
    m_toSelect = {};
    m_isFilling = false;
    showState();
}

const CustomField *OwnFieldsPane::current() const {
    const int row = m_list->currentRow();
    return row >= 0 && row < m_fields.size() ? &m_fields[row] : nullptr;
}

void OwnFieldsPane::showState() {
    m_hint->setText(m_fields.isEmpty()
                        ? tr("No own fields yet. Name the first one below and press Enter.")
                        : tr("Fields that only your business needs. They stand on every card, in lists and in segments."));
    const CustomField *field = current();
    const bool canWrite = field && !m_workspace.isReadOnly();
    m_rename->setEnabled(canWrite);
    m_trash->setEnabled(canWrite);
    m_up->setEnabled(canWrite && m_list->currentRow() > 0);
    m_down->setEnabled(canWrite && m_list->currentRow() + 1 < m_fields.size());
    const bool hasChoices = field && isChoice(field->kind);
    m_choices->setVisible(hasChoices);
    m_choicesLabel->setVisible(hasChoices);
    if (hasChoices && !m_choices->hasFocus())
        m_choices->setText(joined(*field));
    const bool choosesFrom = isChoice(m_kind->currentData().toString());
    m_newChoices->setVisible(choosesFrom);
    m_newChoicesLabel->setVisible(choosesFrom);
    m_add->setEnabled(!m_workspace.isReadOnly() && !m_name->text().simplified().isEmpty() &&
                      (!choosesFrom || !splitChoices(m_newChoices->text()).isEmpty()));
}

template <class Act>
void OwnFieldsPane::act(Act act, const QString &toast, std::function<void()> done) {
    const CustomField *field = current();
    m_workspace.write({u"custom_field"_s, "custom_field", field ? field->id : Id()}, std::move(act), this,
                      [this, toast, done = std::move(done)](Result<void> result) {
                          if (!result)
                              m_shell.showError(result.error());
                          else if (!toast.isEmpty())
                              m_shell.showUndoToast(toast);
                          if (result && done)
                              done();
                          refresh();
                      });
}

void OwnFieldsPane::add() {
    const QString label = m_name->text().simplified();
    if (!m_add->isEnabled())
        return;
    m_workspace.write(
        {u"custom_field"_s, "custom_field", {}},
        [label, kind = m_kind->currentData().toString(),
         choices = isChoice(m_kind->currentData().toString()) ? splitChoices(m_newChoices->text()) : QStringList()](
            workspace::Recorder &recorder) { return addCustomField(recorder, label, kind, choices); },
        this,
        [this, label](Result<CustomField> field) {
            if (!field)
                return m_shell.showError(field.error());
            m_name->clear();
            m_newChoices->clear();
            m_toSelect = field->id;
            m_shell.showUndoToast(tr("The field “%1” is added.").arg(isolated(label)));
            refresh();
        });
}

void OwnFieldsPane::rename(const QString &label) {
    if (const CustomField *field = current(); field && label.simplified() != field->label)
        act([id = field->id, label](workspace::Recorder &recorder) { return renameCustomField(recorder, id, label); }, {});
}

void OwnFieldsPane::keepChoices() {
    const CustomField *field = current();
    if (!field || m_choices->isHidden() || m_choices->text() == joined(*field))
        return;
    act([id = field->id, choices = splitChoices(m_choices->text())](
            workspace::Recorder &recorder) { return setCustomFieldChoices(recorder, id, choices); },
        {});
}

void OwnFieldsPane::move(int by) {
    const CustomField *field = current();
    const int to = m_list->currentRow() + by;
    if (!field || to < 0 || to >= m_fields.size() || m_workspace.isReadOnly())
        return;
    m_toSelect = field->id;
    act([id = field->id, to](workspace::Recorder &recorder) { return moveCustomField(recorder, id, to); }, {});
}

void OwnFieldsPane::trash() {
    const CustomField *field = current();
    if (!field || m_workspace.isReadOnly())
        return;
    act([id = field->id](workspace::Recorder &recorder) { return trashCustomField(recorder, id); },
        tr("The field “%1” is in the trash. Its values come back with it.").arg(isolated(field->label)));
}

void OwnFieldsPane::onChanged(const workspace::ChangeSet &changes) {
    if (changes.touches("custom_field"))
        refresh();
}

bool OwnFieldsPane::eventFilter(QObject *watched, QEvent *event) {
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return SettingsPane::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isAlt = key->modifiers().testFlag(Qt::AltModifier);
    if (key->key() == Qt::Key_Delete)
        trash();
    else if (isAlt && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down))
        move(key->key() == Qt::Key_Up ? -1 : 1);
    else
        return false;
    return true;
}

} // namespace kontor::ui

#include "settings/own_fields_pane.h"

#include "custom_fields/custom_field_acts.h"
#include "custom_fields/custom_field_repository.h"
#include "customers/field_groups.h"
#include "forms/own_field_kinds.h"
#include "settings/name_list.h"
#include "widgets/bidi.h"
#include "widgets/choice_name.h"
#include "widgets/palette_label.h"

#include <QtWidgets>

namespace kontor::ui {

using namespace Qt::StringLiterals;

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

} // namespace

OwnFieldsPane::OwnFieldsPane(workspace::Workspace &workspace, Shell &shell, QWidget *parent)
    : ListPane(workspace, shell, Rename | Move | Remove, parent),
      m_choices(new QLineEdit(this)),
      m_group(new QComboBox(this)),
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
    connect(m_choices, &QLineEdit::editingFinished, this, &OwnFieldsPane::keepChoices);
    m_group->setEditable(true); // one of those that are there, or a new title
    m_group->setInsertPolicy(QComboBox::NoInsert);
    connect(m_group, &QComboBox::activated, this, &OwnFieldsPane::keepGroup);
    connect(m_group->lineEdit(), &QLineEdit::editingFinished, this, &OwnFieldsPane::keepGroup);
    retranslate();
}

void OwnFieldsPane::build() {
    m_choicesLabel = addRow(m_choices);
    m_groupLabel = addRow(m_group);
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
    nameActs(tr("Move to trash"));
    m_add->setText(tr("Add field"));
    m_add->setAccessibleName(m_add->text());
    setRow(m_choicesLabel, m_choices, tr("Choices"));
    setRow(m_groupLabel, m_group, tr("Group on the card"));
    setChoiceName(m_group, tr("Group on the card"));
    for (QWidget *part : std::initializer_list<QWidget *>{m_group->lineEdit(), m_group->view()})
        part->setAccessibleName(tr("Group on the card"));
    setRow(m_nameLabel, m_name, tr("New field"));
    setRow(m_kindLabel, m_kind, tr("What it holds"));
    m_name->setPlaceholderText(tr("Shoe size"));
    setRow(m_newChoicesLabel, m_newChoices, tr("To choose from"));
    for (QLineEdit *edit : {m_choices, m_newChoices})
        edit->setPlaceholderText(tr("red; green; blue"));
    const QVariant chosen = m_kind->currentData();
    m_kind->clear();
    for (const FormChoice &kind : ownFieldKinds())
        m_kind->addItem(kind.shown, kind.word);
    m_kind->setCurrentIndex(qMax(0, m_kind->findData(chosen)));
    refresh();
}

void OwnFieldsPane::refresh() {
    read([](db::Database &database) { return customFields(database); },
         [this](const QList<CustomField> &fields) { show(fields); });
}

void OwnFieldsPane::show(const QList<CustomField> &fields) {
    if (!m_list->isRenaming())
        m_fields = fields;
    QList<NameLine> lines;
    for (const CustomField &field : fields)
        lines << NameLine{field.id.value, field.label, m_kind->itemText(m_kind->findData(field.kind))};
    m_list->setLines(lines);
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
    enableActs(field && canWrite(), true);
    const bool hasChoices = field && isOfChoices(field->kind);
    m_choices->setVisible(hasChoices);
    m_choicesLabel->setVisible(hasChoices);
    if (hasChoices && !m_choices->hasFocus())
        m_choices->setText(joined(*field));
    m_group->setVisible(field);
    m_groupLabel->setVisible(field);
    m_group->setEnabled(canWrite());
    if (field && !m_group->lineEdit()->hasFocus())
        showGroup(*field);
    const bool choosesFrom = isOfChoices(m_kind->currentData().toString());
    m_newChoices->setVisible(choosesFrom);
    m_newChoicesLabel->setVisible(choosesFrom);
    m_add->setEnabled(canWrite() && !m_name->text().simplified().isEmpty() &&
                      (!choosesFrom || !splitChoices(m_newChoices->text()).isEmpty()));
}

workspace::OperationInfo OwnFieldsPane::info() const {
    return {u"custom_field"_s, "custom_field", current() ? current()->id : Id()};
}

void OwnFieldsPane::add() {
    const QString label = m_name->text().simplified();
    if (!m_add->isEnabled())
        return;
    const QString kind = m_kind->currentData().toString();
    write(
        {u"custom_field"_s, "custom_field", {}},
        [label, kind, choices = isOfChoices(kind) ? splitChoices(m_newChoices->text()) : QStringList()](
            workspace::Recorder &recorder) { return addCustomField(recorder, label, kind, choices); },
        [this, label](const Result<CustomField> &field) {
            m_name->clear();
            m_newChoices->clear();
            m_list->select(field->id.value);
            m_shell.showUndoToast(tr("The field “%1” is added.").arg(isolated(label)));
        });
}

void OwnFieldsPane::rename(const QString &label) {
    if (const CustomField *field = current(); field && label.simplified() != field->label)
        write(info(), [id = field->id, label](workspace::Recorder &recorder) { return renameCustomField(recorder, id, label); });
}

void OwnFieldsPane::keepChoices() {
    const CustomField *field = current();
    if (!field || m_choices->isHidden() || m_choices->text() == joined(*field))
        return;
    write(info(), [id = field->id, choices = splitChoices(m_choices->text())](workspace::Recorder &recorder) {
        return setCustomFieldChoices(recorder, id, choices);
    });
}

void OwnFieldsPane::showGroup(const CustomField &field) {
    const QSignalBlocker quiet(m_group);
    m_group->clear();
    m_group->addItems(fieldGroupTexts(m_fields));
    m_group->setCurrentText(fieldGroupText(field.group));
}

void OwnFieldsPane::keepGroup() {
    const CustomField *field = current();
    const QString group = fieldGroupWord(m_group->currentText());
    if (field && canWrite() && group != field->group)
        write(info(),
              [id = field->id, group](workspace::Recorder &recorder) { return setCustomFieldGroup(recorder, id, group); });
}

void OwnFieldsPane::move(int row) {
    if (const CustomField *field = current())
        write(info(), [id = field->id, row](workspace::Recorder &recorder) { return moveCustomField(recorder, id, row); });
}

void OwnFieldsPane::remove() {
    if (const CustomField *field = current())
        write(
            info(), [id = field->id](workspace::Recorder &recorder) { return trashCustomField(recorder, id); },
            tr("The field “%1” is in the trash. Its values come back with it.").arg(isolated(field->label)));
}

void OwnFieldsPane::onChanged(const workspace::ChangeSet &changes) {
    if (changes.touches("custom_field"))
        refresh();
}

} // namespace kontor::ui

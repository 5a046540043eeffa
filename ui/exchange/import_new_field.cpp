#include "exchange/import_new_field.h"

#include "base/fold.h"
#include "forms/flow_layout.h"
#include "forms/own_field_kinds.h"
#include "theme/metrics.h"
#include "widgets/bidi.h"
#include "widgets/choice_name.h"
#include "widgets/palette_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kNameWidth = 200;

} // namespace

ImportNewField::ImportNewField(ImportSession &session, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_title(new PaletteLabel(TextRole::Body, TextColour::Normal, this)),
      m_name(new QLineEdit(this)),
      m_kindLabel(new PaletteLabel(TextRole::Body, TextColour::Normal, this)),
      m_kind(new QComboBox(this)),
      m_reason(new PaletteLabel(TextRole::Body, TextColour::Warn, this)) {
    auto *flow = new FlowLayout(this);
    flow->setContentsMargins({});
    flow->setSpacing(metrics::kPane);
    flow->setRowSpacing(metrics::kLabelGap);
    m_name->setFixedWidth(scaled(kNameWidth));
    for (const auto &[label, field] : {std::pair<QLabel *, QWidget *>{m_title, m_name}, {m_kindLabel, m_kind}}) {
        label->setBuddy(field);
        auto *pair = new QWidget(this);
        auto *row = new QHBoxLayout(pair);
        row->setContentsMargins({});
        row->setSpacing(metrics::kGap);
        row->addWidget(label);
        row->addWidget(field);
        flow->addWidget(pair);
    }
    flow->addWidget(m_reason);
    connect(m_name, &QLineEdit::textChanged, this, &ImportNewField::check);
    connect(m_name, &QLineEdit::editingFinished, this, &ImportNewField::take);
    connect(m_kind, &QComboBox::activated, this, &ImportNewField::take);
    setVisible(false);
}

void ImportNewField::retranslate() {
    const QVariant kind = m_kind->currentData();
    m_kind->clear();
    for (const FormChoice &choice : ownFieldKinds())
        if (!isOfChoices(choice.word)) // a table does not say what can be chosen
            m_kind->addItem(choice.shown, choice.word);
    m_kind->setCurrentIndex(qMax(0, m_kind->findData(kind)));
    m_kindLabel->setText(tr("What it holds"));
    setChoiceName(m_kind, tr("What the new field holds"));
    m_name->setAccessibleName(tr("Name of the new field"));
    show(m_column);
}

void ImportNewField::show(qsizetype column) {
    const bool isOther = std::exchange(m_column, column) != column;
    const bool isShown = m_session.makesField(column);
    setVisible(isShown);
    if (!isShown)
        return emit checked();
    const QString label = m_session.table().columns.at(column).label;
    m_title->setText(tr("New own field for %1").arg(isolated(columnTitle())));
    if (isOther || !m_name->hasFocus())
        m_name->setText(label);
    m_kind->setCurrentIndex(qMax(0, m_kind->findData(m_session.options().ownFieldKinds.value(label, u"text"_s))));
    check();
    if (std::exchange(m_isAwaited, false)) {
        m_name->setFocus(Qt::OtherFocusReason);
        m_name->selectAll();
    }
}

void ImportNewField::begin() { m_isAwaited = true; }

QString ImportNewField::columnTitle() const {
    const QString title = m_session.table().titles.value(m_column);
    return title.isEmpty() ? tr("column %1").arg(QLocale().toString(m_column + 1)) : title;
}

QString ImportNewField::name() const { return m_name->text().simplified(); }

QWidget *ImportNewField::lastField() const { return m_kind; }

bool ImportNewField::isUsable() const { return !m_session.makesField(m_column) || reason().isEmpty(); }

QString ImportNewField::reason() const {
    if (name().isEmpty())
        return tr("A field needs a name.");
    if (const CustomField *known = customFieldCalled(m_session.ownFields(), name()))
        return tr("There is a field %1 already. Choose another name, or let the column go to that field.")
            .arg(isolated(known->label));
    const QList<exchange::Column> &columns = m_session.table().columns;
    for (qsizetype column = 0; column < columns.size(); ++column)
        if (column != m_column && columns.at(column).field == exchange::Field::Custom &&
            fold(columns.at(column).label) == fold(name()) && fold(columns.at(m_column).label) != fold(name()))
            return tr("Another column makes a field %1. Choose another name.").arg(isolated(columns.at(column).label));
    return {};
}

void ImportNewField::check() {
    const QString against = m_session.makesField(m_column) ? reason() : QString();
    m_reason->setText(against);
    m_reason->setVisible(!against.isEmpty());
    m_name->setAccessibleDescription(against);
    emit checked();
}

void ImportNewField::take() {
    if (m_session.makesField(m_column) && reason().isEmpty())
        m_session.setNewField(m_column, name(), m_kind->currentData().toString());
}

// Enter leaves the name as it is typed, Esc as it was.
void ImportNewField::keyPressEvent(QKeyEvent *event) {
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool isInName = m_name->hasFocus() && m_session.makesField(m_column);
    if (isInName && isEnter)
        return reason().isEmpty() ? emit done() : void();
    if (isInName && event->key() == Qt::Key_Escape) {
        m_name->setText(m_session.table().columns.at(m_column).label);
        return emit done();
    }
    QWidget::keyPressEvent(event);
}

} // namespace kontor::ui

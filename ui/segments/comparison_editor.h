// Operator, values and unit of one comparison: of a condition, or of a condition on related records.
#pragma once

#include "segments/value_field.h"

class QComboBox;

namespace kontor::ui {

class PaletteLabel;

class ComparisonEditor : public QWidget {
    Q_OBJECT

public:
    struct Subject {
        segments::Kind kind = segments::Kind::Text;
        QList<segments::Operator> operators;
        QStringList choices;
        QString records; // for suggestions: the field of related records, and the field or sub-field whose values are compared
        QString field;
        QString label;
    };

    ComparisonEditor(const BuilderContext &context, const Subject &subject, const segments::Condition &condition,
                     QWidget *parent);

    // Writes operator, values and unit into `condition`.
    void apply(segments::Condition &condition) const;
    QList<QWidget *> inputs() const; // where values are given, in order
    QWidget *operatorBox() const;

signals:
    // `part` names what was edited, so that a run of it is one step of undo.
    void edited(const QString &part);

private:
    void chooseOperator(segments::Operator op);
    void makeField();
    void showDays();

    const BuilderContext &m_context;
    Subject m_subject;
    segments::Condition m_condition;
    QComboBox *m_operator = nullptr;
    ValueField *m_field = nullptr;
    QComboBox *m_unit;
    PaletteLabel *m_days;
};

} // namespace kontor::ui

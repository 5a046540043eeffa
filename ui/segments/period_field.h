// The stretch of days that related records must lie in: any time, the last so many days, a calendar month, quarter or year, or two dates.
// The days it means today are always printed beside.
#pragma once

#include "segments/builder_context.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QHBoxLayout;

namespace kontor::ui {

class DateEdit;
class NumberEdit;
class PaletteLabel;

class PeriodField : public QWidget {
    Q_OBJECT

public:
    PeriodField(const BuilderContext &context, const std::optional<segments::Period> &period, const QString &label,
                QWidget *parent);

    const std::optional<segments::Period> &period() const { return m_period; }
    QList<QWidget *> inputs() const { return m_inputs; }

signals:
    void edited(const QString &part);

private:
    void choose(int index);
    void makeInputs();
    void addInput(QWidget *input, const QString &name);
    void showDays();

    const BuilderContext &m_context;
    std::optional<segments::Period> m_period;
    QString m_label;
    QComboBox *m_kind;
    QList<QWidget *> m_inputs; // m_kind first
    PaletteLabel *m_days;
};

} // namespace kontor::ui

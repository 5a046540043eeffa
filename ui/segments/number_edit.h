// A number as people write it: separators of the language, digits of any script.
#pragma once

#include <QLineEdit>
#include <QLocale>

#include <optional>

namespace kontor::ui {

// A sign that groups thousands in the language is read as the decimal sign where other than three digits follow it.
std::optional<double> readNumber(QStringView typed, const QLocale &locale);
QString numberText(double value, const QLocale &locale);

class NumberEdit : public QLineEdit {
    Q_OBJECT

public:
    NumberEdit(const QLocale &locale, bool wholeOnly, QWidget *parent = nullptr);

    std::optional<double> value() const;
    void setValue(std::optional<double> value);
    void setWidthFor(int digits);
    QSize sizeHint() const override;

protected:
    void focusOutEvent(QFocusEvent *event) override; // writes it with separators

private:
    QLocale m_locale;
    bool m_wholeOnly;
    int m_digits = 10;
};

} // namespace kontor::ui

#include "segments/number_edit.h"

#include <cmath>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostDecimals = 6;
constexpr char16_t kArabicDecimal = 0x066B;
constexpr char16_t kArabicGroup = 0x066C;

QString withLatinDigits(QStringView typed) {
    QString text;
    for (const QChar c : typed.trimmed()) {
        if (c.digitValue() >= 0)
            text += QChar(u'0' + c.digitValue());
        else if (c.unicode() == kArabicDecimal)
            text += u'.';
        else if (!c.isSpace() && c != u'\'' && c != u'’' && c.unicode() != kArabicGroup)
            text += c == QChar(0x2212) ? QChar(u'-') : c;
    }
    return text;
}

bool groupsThousands(const QString &text, QChar sign) {
    const QStringList parts = text.split(sign);
    for (qsizetype i = 1; i < parts.size(); ++i)
        if (parts[i].section(u'.', 0, 0).section(u',', 0, 0).size() != 3)
            return false;
    return true;
}

} // namespace

std::optional<double> readNumber(QStringView typed, const QLocale &locale) {
    QString text = withLatinDigits(typed);
    const QChar decimal = locale.decimalPoint().isEmpty() ? QChar(u'.') : locale.decimalPoint().front();
    const QChar group = locale.groupSeparator().isEmpty() ? QChar() : locale.groupSeparator().front();
    if ((group == u'.' || group == u',') && groupsThousands(text, group))
        text.remove(group);
    if (decimal == u',' || !text.contains(u'.'))
        text.replace(u',', u'.');
    bool isNumber = false;
    const double value = QLocale::c().toDouble(text, &isNumber);
    return isNumber && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

QString numberText(double value, const QLocale &locale) {
    int decimals = 0;
    for (double rest = value; decimals < kMostDecimals && std::abs(rest - std::round(rest)) > 1e-9; rest *= 10)
        ++decimals;
    return locale.toString(value, 'f', decimals);
}

NumberEdit::NumberEdit(const QLocale &locale, bool wholeOnly, QWidget *parent)
    : QLineEdit(parent), m_locale(locale), m_wholeOnly(wholeOnly) {
    setAlignment(Qt::AlignRight | Qt::AlignAbsolute);
    setInputMethodHints(Qt::ImhPreferNumbers);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

std::optional<double> NumberEdit::value() const {
    const std::optional<double> number = readNumber(text(), m_locale);
    return number && m_wholeOnly && (*number < 0 || *number != std::floor(*number)) ? std::nullopt : number;
}

void NumberEdit::setValue(std::optional<double> value) { setText(value ? numberText(*value, m_locale) : QString()); }

void NumberEdit::setWidthFor(int digits) {
    m_digits = digits;
    updateGeometry();
}

QSize NumberEdit::sizeHint() const {
    const QSize usual = QLineEdit::sizeHint();
    return {fontMetrics().horizontalAdvance(QString(m_digits + 2, u'0')) + usual.height() / 2, usual.height()};
}

void NumberEdit::focusOutEvent(QFocusEvent *event) {
    QLineEdit::focusOutEvent(event);
    if (const std::optional<double> number = value(); number && numberText(*number, m_locale) != text())
        setValue(number);
}

} // namespace kontor::ui

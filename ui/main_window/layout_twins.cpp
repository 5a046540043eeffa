#include "main_window/layout_twins.h"

namespace kontor::ui {

namespace {

constexpr QStringView kLatin = u"QWERTYUIOPASDFGHJKLZXCVBNM";
constexpr QStringView kRussian = u"ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ";
constexpr QStringView kPersian = u"ضصثقفغعهخحشسیبلاتنمظطزرذدپ";
constexpr char16_t kPersianZero = 0x06F0;

static_assert(kLatin.size() == 26 && kRussian.size() == 26 && kPersian.size() == 26);

QKeySequence withKey(QKeyCombination combination, char16_t key) {
    return QKeySequence(QKeyCombination(combination.keyboardModifiers(), Qt::Key(key)));
}

} // namespace

QList<QKeySequence> withLayoutTwins(const QKeySequence &sequence) {
    QList<QKeySequence> all{sequence};
    if (sequence.count() != 1 || !sequence[0].keyboardModifiers().testFlag(Qt::ControlModifier))
        return all;
    const QKeyCombination combination = sequence[0];
    const int key = combination.key();
    if (key >= Qt::Key_A && key <= Qt::Key_Z) {
        const qsizetype place = kLatin.indexOf(QChar(key));
        all << withKey(combination, kRussian[place].unicode()) << withKey(combination, kPersian[place].unicode());
    } else if (key >= Qt::Key_0 && key <= Qt::Key_9) {
        all << withKey(combination, char16_t(kPersianZero + key - Qt::Key_0));
    }
    return all;
}

} // namespace kontor::ui

// Keys by which a name is found when it is typed in another script than the one it was stored in.
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

namespace kontor {

// Grows when any function here gives another result for any text.
constexpr int kTransliterationVersion = 1;

// The folded text in Latin letters as people type them: Щукин -> shchukin, 王小明 -> wang xiao ming, Παπαδόπουλος -> papadopoulos. Latin text
// is only folded. Persian and Arabic give their written letters (محمد -> mhmd): their short vowels are not in the text, see soundKey().
QString latinKey(QStringView text);

// All spellings that people type for it, the first is latinKey(): Достоевский -> dostoevskiy, dostoevsky; Müller -> muller, mueller;
// 王小明 -> wang xiao ming, wang xiaoming, wangxiaoming. Without doubles.
QStringList latinKeys(QStringView text);

// What a name sounds like without its vowels, word by word, the same for Latin and Arabic script: محمدی and Mohammadi -> "mhmd".
// Coarse: for finding, never for deciding that two names are one.
QString soundKey(QStringView text);

enum class Script { Latin, Cyrillic, Arabic, Ideographic, Other };
// The script of most of its letters; Latin where there are none.
Script scriptOf(QStringView text);

} // namespace kontor

// The layouts of other programs' exports, known by several of their titles together. A preset says only what titles alone cannot tell: what the
// rows are, what they are linked by, what proves a consent. Columns that it does not name go where their titles say.
#pragma once

#include "exchange/column_map.h"

#include <QStringList>

#include <span>
#include <vector>

namespace kontor::exchange {

class Table;

// A column of a preset. `titles`: parted by a bar, compared without case; "#" stands for a number. `field`: as "--map Column=field" takes it, and
// behind "@" what stands before ids of that column, where it is not the preset's own; with "^" at its end the last of several values counts. In PresetConstant `titles` is the value of every row.
struct PresetColumn {
    const char *field;
    const char *titles;
};
using PresetConstant = PresetColumn;

struct Preset {
    const char *name;    // of the program: "salesforce"
    const char *program; // as people write it
    const char *records; // what its rows are called there, to be translated in kontor::presets
    FileKind kind;
    const char *idPrefix; // before its ids, so that those of two programs never meet
    const char *all;      // titles that are all there, exactly so; "*" stands for anything at the beginning or end
    const char *some;     // and `fewest` of these
    int fewest;
    bool isVerified; // against files of the program itself; else only part of the layout is known
    std::span<const PresetColumn> columns;
    std::span<const PresetConstant> constants;
};

// What a person is told of it.
struct RecognisedPreset {
    QString name;    // what --preset takes
    QString program; // "Salesforce"
    QString records; // "Contacts"
    bool isVerified = true;
};
RecognisedPreset recognised(const Preset &preset);
// "Salesforce: Contacts", and what is not sure of it.
QString presetSentence(const RecognisedPreset &preset);

// All layouts, those that say more before those that say less.
const std::vector<Preset> &allPresets();
QStringList presetNames();

// Nothing where no layout fits. `wanted`: the name of a program, whose closest layout is taken though its signature is not complete; "none": no
// layout; empty: by the signature.
const Preset *presetOf(const Table &table, const QString &wanted);
// The same by titles alone.
const Preset *presetOfTitles(const QStringList &titles, const QString &wanted);
// A table of such a program that is not about customers: its users, its settings.
bool isOtherTableOfPreset(const QStringList &titles);

// Where the preset puts a column; nothing where it does not say.
std::optional<Column> columnOf(const Preset &preset, const QString &title);
// Values that every row has without a column, as columns behind those of the file.
QList<Column> constantsOf(const Preset &preset, const QString &tableName);
// The id as it is kept: with the prefix, in the form that all exports of the program share.
QString keptId(const QString &prefix, QString id);

} // namespace kontor::exchange

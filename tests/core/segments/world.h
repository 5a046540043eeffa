// A random small base twice: as rows of a file, and as plain values that the evaluator reads. The two are made side by side from the same draws.
#pragma once

#include "db/database.h"
#include "segments/context.h"
#include "segments/rule.h"

#include <QHash>
#include <QTemporaryDir>

#include <memory>
#include <random>

namespace kontor::segments::test {

// One value as a person sees it. Numbers stand as stored, `scale` times those of a rule.
struct Datum {
    enum class Type { Nothing, Text, Number, Yes, Day, Moment };
    Type type = Type::Nothing;
    QString text; // Text, and Day as ISO text that may lack its year
    double number = 0;
    double scale = 1;
    qint64 milliseconds = 0;
    QString normalised; // of phones

    bool isEmpty() const { return type == Type::Nothing || ((type == Type::Text || type == Type::Day) && text.isEmpty()); }
};

struct Record {
    qint64 id = 0;
    bool isTrashed = false;
    QHash<QString, Datum> fields;
};

struct Person {
    qint64 id = 0;
    bool isLive = true;
    QHash<QString, QList<Datum>> fields;
    QHash<QString, QList<Record>> records;
};

struct World {
    QTemporaryDir folder;
    std::unique_ptr<db::Database> database;
    Context context;
    QList<Person> people;
    QHash<QString, Rule> segments; // by name
};

// The words that values and operands are drawn from.
QStringList wordsFor(const QString &field);
QList<double> numbersFor(const QString &field);

std::unique_ptr<World> makeWorld(int number);

} // namespace kontor::segments::test

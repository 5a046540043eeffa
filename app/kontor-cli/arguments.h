// The words after a command, checked against what the command takes.
#pragma once

#include "base/result.h"

#include <QHash>
#include <QStringList>

struct Option {
    QString name;  // without the dashes
    QString value; // what it takes, as the help names it; empty: nothing
};

class Arguments {
public:
    // A wrong word is an error whose detail is kUsage: the program then ends with exit code 2.
    static kontor::Result<Arguments> parse(const QStringList &words, const QList<Option> &options);

    const QStringList &positional() const { return m_positional; }
    kontor::Result<QString> required(int index, const QString &name) const;
    QString at(int index) const { return m_positional.value(index); }
    bool has(const QString &option) const { return m_options.contains(option); }
    QString value(const QString &option, const QString &otherwise = {}) const;
    QStringList values(const QString &option) const { return m_options.value(option); }
    kontor::Result<qint64> number(const QString &option, qint64 otherwise) const;

private:
    QStringList m_positional;
    QHash<QString, QStringList> m_options;
};

constexpr auto kUsage = "usage";
kontor::Error usageError(const QString &message);
kontor::Result<qint64> wholeNumber(const QString &text, const QString &name);

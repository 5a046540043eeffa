// The repository as text: what the fences read. Made from the real folder, or from a few made-up files to prove that a fence bites.
#pragma once

#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>

#include <functional>

namespace kontor::architecture {

struct SourceFile {
    QString path;         // from the root, with "/"
    QStringList lines;    // as written
    QStringList code;     // without comments, and with the inside of every literal taken out
    QStringList literals; // the inside of the literals of each line

    bool isIn(const QString &folder) const { return path.startsWith(folder + QLatin1Char('/')); }
    bool isCpp() const { return path.endsWith(QLatin1String(".cpp")) || path.endsWith(QLatin1String(".h")); }
    bool isCMakeLists() const { return name() == QLatin1String("CMakeLists.txt"); }
    QString name() const { return path.section(QLatin1Char('/'), -1); }
    QString folder() const { return path.section(QLatin1Char('/'), 0, -2); }
};

class SourceTree {
public:
    static SourceTree read(const QString &root);
    static SourceTree of(const QList<QPair<QString, QString>> &pathsAndTexts);

    const QList<SourceFile> &files() const { return m_files; }
    QList<SourceFile> filesWhere(const std::function<bool(const SourceFile &)> &wanted) const;

private:
    QList<SourceFile> m_files;
};

SourceFile sourceFile(const QString &path, const QString &text);

// "path:line: text" for every line of the code (or of the literals) of the wanted files in which the pattern is found.
using Wanted = std::function<bool(const SourceFile &)>;
QStringList codeMatches(const SourceTree &tree, const Wanted &wanted, const QString &pattern);
QStringList literalMatches(const SourceTree &tree, const Wanted &wanted, const QString &pattern);
QStringList lineMatches(const SourceTree &tree, const Wanted &wanted, const QString &pattern);

// The repository that this program was built from, read once by each test that asks.
SourceTree realTree();

} // namespace kontor::architecture

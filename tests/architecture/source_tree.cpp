#include "architecture/source_tree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>

namespace kontor::architecture {
using namespace Qt::StringLiterals;

namespace {

// Splits C++ text into code and the inside of its literals, character by character, keeping the lines.
class Splitter {
public:
    explicit Splitter(const QString &text) : m_text(text) {}

    void run() {
        while (m_at < m_text.size()) {
            if (starts(u"//"_s))
                skipTo(u"\n"_s, nullptr, 0);
            else if (starts(u"/*"_s))
                skipTo(u"*/"_s, nullptr, 2);
            else if (isRawString())
                rawString();
            else if (m_text[m_at] == u'"' || (m_text[m_at] == u'\'' && !isDigitSeparator()))
                literal(m_text[m_at]);
            else
                put(m_code, m_text[m_at++]);
        }
    }

    QStringList code() const { return m_code.split(u'\n'); }
    QStringList literals() const { return m_literals.split(u'\n'); }

private:
    bool starts(const QString &what) const { return QStringView(m_text).mid(m_at).startsWith(what); }
    bool isDigitSeparator() const { return m_at > 0 && m_text[m_at - 1].isDigit(); }
    bool isRawString() const { return starts(u"R\""_s); }

    void put(QString &where, QChar letter) {
        if (letter == u'\n') {
            m_code += u'\n';
            m_literals += u'\n';
        } else {
            where += letter;
        }
    }

    void skipTo(const QString &end, QString *where, qsizetype endLength) {
        qsizetype stop = m_text.indexOf(end, m_at);
        if (stop < 0)
            stop = m_text.size();
        QString nowhere;
        for (; m_at < stop; ++m_at)
            put(where ? *where : nowhere, m_text[m_at]);
        m_at = std::min(stop + endLength, m_text.size());
    }

    void rawString() {
        const qsizetype open = m_text.indexOf(u'(', m_at);
        const QString delimiter = m_text.mid(m_at + 2, open - m_at - 2);
        m_at = open + 1;
        m_code += u"\"\"";
        skipTo(u")"_s + delimiter + u'"', &m_literals, delimiter.size() + 2);
    }

    void literal(QChar quote) {
        m_code += quote;
        for (++m_at; m_at < m_text.size() && m_text[m_at] != quote && m_text[m_at] != u'\n'; ++m_at) {
            if (m_text[m_at] == u'\\' && m_at + 1 < m_text.size())
                ++m_at;
            put(m_literals, m_text[m_at]);
        }
        m_code += quote;
        m_literals += u' ';
        if (m_at < m_text.size() && m_text[m_at] == quote)
            ++m_at;
    }

    const QString &m_text;
    qsizetype m_at = 0;
    QString m_code;
    QString m_literals;
};

bool isText(const QString &path) {
    static const QSet<QString> suffixes{u"cpp"_s, u"h"_s,   u"txt"_s, u"cmake"_s, u"sh"_s, u"md"_s, u"sql"_s,     u"json"_s,
                                        u"xml"_s, u"yml"_s, u"in"_s,  u"qrc"_s,   u"1"_s,  u"ts"_s, u"desktop"_s, u"py"_s};
    const QString name = path.section(u'/', -1);
    return suffixes.contains(name.section(u'.', -1)) || path.startsWith(u".ci/"_s);
}

// `#include "x/y.h"` names a file, it is no literal: fences look for it in the code.
QString withInclude(const QString &code, const QString &line) {
    static const QRegularExpression include(u"^\\s*#\\s*include\\b"_s);
    return include.match(line).hasMatch() ? line.section(u"//"_s, 0, 0) : code;
}

QStringList matches(const SourceTree &tree, const Wanted &wanted, const QString &pattern, QStringList SourceFile::*part) {
    const QRegularExpression expression(pattern);
    QStringList found;
    for (const SourceFile &file : tree.files()) {
        if (!wanted(file))
            continue;
        const QStringList &lines = file.*part;
        for (qsizetype i = 0; i < lines.size(); ++i)
            if (expression.match(lines[i]).hasMatch())
                found << u"%1:%2: %3"_s.arg(file.path).arg(i + 1).arg(file.lines.value(i).trimmed());
    }
    return found;
}

} // namespace

SourceFile sourceFile(const QString &path, const QString &text) {
    SourceFile file;
    file.path = path;
    file.lines = text.split(u'\n');
    if (!file.lines.isEmpty() && file.lines.last().isEmpty())
        file.lines.removeLast();
    if (file.isCpp()) {
        Splitter splitter(text);
        splitter.run();
        file.code = splitter.code();
        file.literals = splitter.literals();
        for (qsizetype i = 0; i < file.lines.size(); ++i)
            file.code[i] = withInclude(file.code[i], file.lines[i]);
    }
    return file;
}

SourceTree SourceTree::read(const QString &root) {
    SourceTree tree;
    const QDir folder(root);
    for (const QString &top : {u"app"_s, u"core"_s, u"ui"_s, u"tests"_s, u"packaging"_s, u"resources"_s, u".ci"_s}) {
        QDirIterator walk(folder.filePath(top), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            const QString path = folder.relativeFilePath(walk.next());
            QFile file(walk.filePath());
            if (isText(path) && file.open(QIODevice::ReadOnly))
                tree.m_files << sourceFile(path, QString::fromUtf8(file.readAll()));
        }
    }
    for (const QString &name : {u"CMakeLists.txt"_s, u"README.md"_s})
        if (QFile file(folder.filePath(name)); file.open(QIODevice::ReadOnly))
            tree.m_files << sourceFile(name, QString::fromUtf8(file.readAll()));
    std::sort(tree.m_files.begin(), tree.m_files.end(), [](const auto &a, const auto &b) { return a.path < b.path; });
    return tree;
}

SourceTree SourceTree::of(const QList<QPair<QString, QString>> &pathsAndTexts) {
    SourceTree tree;
    for (const auto &[path, text] : pathsAndTexts)
        tree.m_files << sourceFile(path, text);
    return tree;
}

QList<SourceFile> SourceTree::filesWhere(const Wanted &wanted) const {
    QList<SourceFile> found;
    std::copy_if(m_files.begin(), m_files.end(), std::back_inserter(found), wanted);
    return found;
}

QStringList codeMatches(const SourceTree &tree, const Wanted &wanted, const QString &pattern) {
    return matches(tree, wanted, pattern, &SourceFile::code);
}

QStringList literalMatches(const SourceTree &tree, const Wanted &wanted, const QString &pattern) {
    return matches(tree, wanted, pattern, &SourceFile::literals);
}

QStringList lineMatches(const SourceTree &tree, const Wanted &wanted, const QString &pattern) {
    return matches(tree, wanted, pattern, &SourceFile::lines);
}

SourceTree realTree() { return SourceTree::read(QString::fromUtf8(KONTOR_SOURCE_DIR)); }

} // namespace kontor::architecture

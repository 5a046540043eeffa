// Lists of words that the program brings and people change for their base: outcomes, types of customers. A base in which nobody changed them has
// no rows of them; the first change writes down what was built in, so that every word has its id and its place. A word that was removed stays as a
// row, and records that carry it go on showing what it was called.
//
//   struct Outcome {
//       Id id; qint64 version = 0; QString name; QString wording; qint64 position = 0; bool isRemoved = false; ...
//       QString label() const;                // what people read: the wording, or the built-in word
//       static QList<Outcome> builtIn();      // in their order
//       static WordMessages messages();
//       static constexpr qsizetype kMost = 9; // that are offered
//   };
//
// `name` is what records store; it never changes. The acts run inside Recorder's transaction and name the word in the history's sentence.
#pragma once

#include "base/fold.h"
#include "workspace/record_order.h"

namespace kontor::workspace {

struct WordMessages { // sentences, translated
    QByteArray field;
    QString isGone;
    QString needsName;
    QString isTaken; // %1: the label
    QString isFull;
};

template <class W>
class WordList {
public:
    WordList() : m_words(W::builtIn()) {}
    static Result<WordList> load(db::Database &database) {
        TRY(rows, db::select<W>(database, QStringLiteral("true ORDER BY position, id")));
        WordList list;
        if (!rows.isEmpty())
            list.m_words = rows;
        return list;
    }

    const QList<W> &all() const { return m_words; } // in their order, also those that were removed
    QList<W> offered() const {
        QList<W> words;
        for (const W &word : m_words)
            if (!word.isRemoved)
                words << word;
        return words;
    }
    const W *find(QStringView name) const { // nullptr: unknown
        for (const W &word : m_words)
            if (word.name == name)
                return &word;
        return nullptr;
    }
    QString label(const QString &name) const { // a word that is not in the list is its own label
        const W *word = find(name);
        return word ? word->label() : name;
    }
    const W *findLabel(const QString &label) const {
        for (const W &word : m_words)
            if (fold(word.label()) == fold(label))
                return &word;
        return nullptr;
    }
    friend bool operator==(const WordList &, const WordList &) = default;

private:
    QList<W> m_words;
};

namespace detail {

template <class W>
Error refused(const QString &message, Code code = Code::Invalid) {
    return Error{code, message, QString(), W::messages().field};
}

inline void tell(Recorder &recorder, const QString &act, const QString &label, const QString &before = {}) {
    recorder.info().detail = {{QStringLiteral("act"), act}, {QStringLiteral("word"), label}};
    if (!before.isEmpty())
        recorder.info().detail.insert(QStringLiteral("before"), before);
}

// The list with ids: what is built in is written down where it is not yet.
template <class W>
Result<WordList<W>> written(Recorder &recorder) {
    TRY(list, WordList<W>::load(recorder.database()));
    if (list.all().first().id.isValid())
        return list;
    qint64 position = 0;
    for (W word : list.all()) {
        word.position = position++;
        TRY_VOID(recorder.insert(word));
    }
    return WordList<W>::load(recorder.database());
}

template <class W>
Result<QString> usable(const WordList<W> &list, const QString &label, const QString &except) {
    const QString words = label.simplified();
    if (fold(words).isEmpty())
        return refused<W>(W::messages().needsName);
    for (const W &word : list.offered())
        if (word.name != except && fold(word.label()) == fold(words))
            return refused<W>(W::messages().isTaken.arg(word.label()));
    return words;
}

} // namespace detail

// `change`: void(W &), on the word of that name. `act` names it for the history. Errors: NotFound.
template <class W, class Change>
Result<void> changeWord(Recorder &recorder, const QString &name, const QString &act, Change change) {
    TRY(before, WordList<W>::load(recorder.database()));
    const W *word = before.find(name);
    if (!word)
        return detail::refused<W>(W::messages().isGone, Code::NotFound);
    W after = *word;
    change(after);
    if (after == *word)
        return {};
    detail::tell(recorder, act, after.label(), word->label() == after.label() ? QString() : word->label());
    TRY(list, detail::written<W>(recorder));
    word = list.find(name);
    after = *word;
    change(after);
    return recorder.update(*word, after);
}

// Returns the name. A word that was removed comes back, with the entries that carry it. Errors: Invalid (no label, taken, too many).
template <class W>
Result<QString> addWord(Recorder &recorder, const QString &label) {
    TRY(before, WordList<W>::load(recorder.database()));
    TRY(words, detail::usable<W>(before, label, {}));
    if (before.offered().size() >= W::kMost)
        return detail::refused<W>(W::messages().isFull);
    detail::tell(recorder, QStringLiteral("add"), words);
    TRY(list, detail::written<W>(recorder));
    const W *known = list.findLabel(words);
    W word = known ? *known : W();
    if (!known) {
        word.name = words;
        for (int number = 2; list.find(word.name); ++number)
            word.name = QStringLiteral("%1 %2").arg(words).arg(number);
        TRY_VOID(recorder.insert(word));
    } else {
        word.isRemoved = false;
        TRY_VOID(recorder.update(*known, word));
        TRY(back, db::find<W>(recorder.database(), word.id));
        word = *back;
    }
    QList<W> order = list.all();
    order.removeIf([&word](const W &other) { return other.id == word.id; });
    order << word;
    TRY_VOID(keepOrder(recorder, order));
    return word.name;
}

// Errors: NotFound, Invalid (no label, taken).
template <class W>
Result<void> renameWord(Recorder &recorder, const QString &name, const QString &label) {
    TRY(list, WordList<W>::load(recorder.database()));
    TRY(words, detail::usable<W>(list, label, name));
    return changeWord<W>(recorder, name, QStringLiteral("rename"), [&words](W &word) {
        word.wording.clear();
        if (word.label() != words) // the built-in word stays one: it follows the language
            word.wording = words;
    });
}

// To place `position`, counted from 0, among those that are offered. Errors: NotFound.
template <class W>
Result<void> moveWord(Recorder &recorder, const QString &name, int position) {
    TRY(before, WordList<W>::load(recorder.database()));
    const QList<W> offered = before.offered();
    const qsizetype last = offered.size() - 1;
    const W *word = before.find(name);
    if (!word || word->isRemoved)
        return detail::refused<W>(W::messages().isGone, Code::NotFound);
    const qsizetype target = qBound(qsizetype(0), qsizetype(position), last);
    if (offered[target].name == name)
        return {};
    detail::tell(recorder, QStringLiteral("order"), word->label());
    TRY(list, detail::written<W>(recorder));
    QList<W> order = list.offered();
    for (qsizetype i = 0; i < order.size(); ++i)
        if (order[i].name == name) {
            order.move(i, target);
            break;
        }
    for (const W &other : list.all())
        if (other.isRemoved)
            order << other;
    return keepOrder(recorder, order);
}

// It is not offered any more. Errors: NotFound.
template <class W>
Result<void> removeWord(Recorder &recorder, const QString &name) {
    return changeWord<W>(recorder, name, QStringLiteral("remove"), [](W &word) { word.isRemoved = true; });
}

// The built-in words as they were, in their order; the person's own are removed.
template <class W>
Result<void> resetWords(Recorder &recorder) {
    TRY(list, WordList<W>::load(recorder.database()));
    if (list == WordList<W>())
        return {};
    detail::tell(recorder, QStringLiteral("reset"), {});
    const QList<W> builtIn = W::builtIn();
    for (const W &word : list.all()) {
        W after = word;
        after.isRemoved = true;
        after.position = builtIn.size();
        for (qsizetype i = 0; i < builtIn.size(); ++i)
            if (builtIn[i].name == word.name) {
                after = builtIn[i];
                after.id = word.id;
                after.version = word.version;
                after.position = i;
            }
        TRY_VOID(recorder.update(word, after));
    }
    return {};
}

} // namespace kontor::workspace

// The editors of a comparison's values, as the kind of the field and the operator want them.
#pragma once

#include "segments/builder_context.h"

#include <QWidget>

#include <functional>

namespace kontor::ui {

struct ValueWanted {
    segments::Kind kind = segments::Kind::Text;
    segments::Operator op = segments::Operator::Is;
    QStringList choices; // a fixed list
    QString records;     // where suggestions come from (BuilderContext::suggest)
    QString field;
    QString label; // of the field, for accessible names
};

class ValueField : public QWidget {
    Q_OBJECT

public:
    ValueField(const BuilderContext &context, const ValueWanted &wanted, const QList<segments::Operand> &values, QWidget *parent);

    QList<segments::Operand> values() const; // without those that were not understood
    const QList<QWidget *> &inputs() const { return m_inputs; }

signals:
    void edited();

private:
    void addNumber(int place, bool wholeOnly);
    void addDate(int place);
    void addChoice(const QList<QPair<QString, segments::Operand>> &choices);
    void addText();
    void addChecklist();
    void addWord(const QString &word);
    void addInput(QWidget *input, const QString &name, std::function<QList<segments::Operand>()> read);
    QString placeName(int place) const;
    QString wordOf(const QString &choice) const;

    const BuilderContext &m_context;
    ValueWanted m_wanted;
    QList<segments::Operand> m_given;
    QList<QWidget *> m_inputs;
    QList<std::function<QList<segments::Operand>()>> m_readers;
};

} // namespace kontor::ui

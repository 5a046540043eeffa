// Dates that can be read in two ways: asked once for a column, with both readings and what the rows say.
#pragma once

#include "exchange/import_session.h"

#include <QWidget>

class QRadioButton;
class QVBoxLayout;

namespace kontor::ui {

class Formats;
class PaletteLabel;

class ImportDateQuestions : public QWidget {
    Q_OBJECT

public:
    // `before`: what the keys leave for the first question.
    ImportDateQuestions(ImportSession &session, const Formats &formats, QWidget *before, QWidget *parent);
    void show(const QList<exchange::DateQuestion> &questions); // hidden where there are none
    QString dayText(const QString &isoDay) const;              // as people write it; another text as it is

private:
    struct Row {
        QString title;
        PaletteLabel *text;
        QList<std::pair<exchange::DateOrder, QRadioButton *>> choices;
    };
    void build(const QList<exchange::DateQuestion> &questions);
    Row addRow(const QString &title);
    bool isBuiltFor(const QList<exchange::DateQuestion> &questions) const;
    void fill(const Row &row, const exchange::DateQuestion &question) const;
    QString sentence(const exchange::DateQuestion &question) const;

    ImportSession &m_session;
    const Formats &m_formats;
    QWidget *m_before;
    QVBoxLayout *m_column;
    QList<Row> m_rows;
};

} // namespace kontor::ui

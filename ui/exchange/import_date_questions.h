// Dates that can be read in two ways: asked once for a column, with both readings and what the rows say.
#pragma once

#include "exchange/import_session.h"

#include <QWidget>

class QVBoxLayout;

namespace kontor::ui {

class Formats;

class ImportDateQuestions : public QWidget {
    Q_OBJECT

public:
    ImportDateQuestions(ImportSession &session, const Formats &formats, QWidget *parent);
    void show(const QList<exchange::DateQuestion> &questions); // hidden where there are none

private:
    QWidget *rowOf(const exchange::DateQuestion &question);
    QString sentence(const exchange::DateQuestion &question) const;
    QString dayText(const QString &isoDay) const;

    ImportSession &m_session;
    const Formats &m_formats;
    QVBoxLayout *m_rows;
};

} // namespace kontor::ui

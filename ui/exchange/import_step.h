// One step of the import: shows the session and lets the person choose.
#pragma once

#include "exchange/import_session.h"

#include <QWidget>

namespace kontor::ui {

class ImportStep : public QWidget {
    Q_OBJECT

public:
    ImportStep(ImportSession &session, QWidget *parent) : QWidget(parent), m_session(session) {}

    virtual QString title() const = 0;
    virtual void enter() {}                                     // it is shown now
    virtual bool isReady() const { return m_session.isRead(); } // one may go on
    virtual QWidget *firstField() const = 0;
    virtual void retranslate() = 0;

signals:
    void stateChanged();

protected:
    ImportSession &m_session;
};

} // namespace kontor::ui

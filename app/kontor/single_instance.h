// One window for one base on a PC: a second start with the same file brings the first one to the front and ends.
#pragma once

#include <QObject>
#include <QString>

class QLocalServer;

namespace kontor {

class SingleInstance : public QObject {
    Q_OBJECT

public:
    explicit SingleInstance(QObject *parent = nullptr);

    // True: another program of this user has the file open, and was asked to come to the front.
    static bool wakeOther(const QString &basePath);
    // From now on this program is the one that is asked.
    void hold(const QString &basePath);

signals:
    void wanted(); // a second start asked

private:
    QLocalServer *m_server = nullptr;
};

} // namespace kontor

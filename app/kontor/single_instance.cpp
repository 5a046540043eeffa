#include "single_instance.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>
#include <QStandardPaths>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongestWait = 300;

// The same file by whatever name, for this user alone.
QString serverName(const QString &basePath) {
    const QFileInfo file(basePath);
    const QString path = file.canonicalFilePath().isEmpty() ? file.absoluteFilePath() : file.canonicalFilePath();
    const QByteArray key = (QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u'\n' + path).toUtf8();
    return u"kontor-"_s + QString::fromLatin1(QCryptographicHash::hash(key, QCryptographicHash::Sha256).toHex().left(24));
}

} // namespace

SingleInstance::SingleInstance(QObject *parent) : QObject(parent) {}

bool SingleInstance::wakeOther(const QString &basePath) {
    if (basePath.isEmpty())
        return false;
    QLocalSocket socket;
    socket.connectToServer(serverName(basePath));
    return socket.waitForConnected(kLongestWait); // that somebody comes is the whole message
}

void SingleInstance::hold(const QString &basePath) {
    delete std::exchange(m_server, nullptr);
    if (wakeOther(basePath))
        return; // opened from within a second window: the first one stays the one that is asked
    m_server = new QLocalServer(this);
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server->nextPendingConnection())
            socket->deleteLater();
        emit wanted();
    });
    const QString name = serverName(basePath);
    if (!m_server->listen(name)) {
        QLocalServer::removeServer(name); // left by a program that was killed
        m_server->listen(name);
    }
}

} // namespace kontor

#include "attachments/attachment_repository.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QSaveFile>

namespace kontor {

using namespace Qt::StringLiterals;
using workspace::Recorder;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor::attachments", text); }

Error invalid(const QString &message) { return Error{Code::Invalid, message, QString(), QByteArrayLiteral("file")}; }

Result<void> checkCustomer(db::Database &database, Id customer) {
    TRY(found, database.single(u"SELECT 1 FROM customer WHERE id = ?"_s, {customer}));
    if (found.isNull())
        return Error{Code::NotFound, tr("There is no such customer."), QString(), QByteArrayLiteral("id")};
    return {};
}

Result<void> checkSize(const QFile &file, const QString &name) {
    if (file.size() == 0)
        return invalid(tr("“%1” is empty.").arg(name));
    if (file.size() > kLargestFile)
        return invalid(tr("“%1” has %2. Up to %3 are kept in the file of customers; link it instead.")
                           .arg(name, QLocale().formattedDataSize(file.size()), QLocale().formattedDataSize(kLargestFile)));
    return {};
}

Result<void> removePieces(workspace::Base &base, Id attachment) {
    return base.write({u"file"_s, Attachment::kTable, attachment}, [attachment](Recorder &recorder) {
        return recorder.database().execute(u"DELETE FROM attachment_piece WHERE attachment_id = ?"_s, {attachment});
    });
}

// Each piece in a transaction of its own: nobody waits long for the lock, and the journal stays small.
Result<void> writePieces(workspace::Base &base, Id attachment, QFile &file, QCryptographicHash &hash, CopyProgress &progress) {
    for (qint64 number = 0; !file.atEnd(); ++number) {
        if (progress.isCancelled)
            return Error{Code::Cancelled, tr("The file was not added."), QString(), QByteArray()};
        const QByteArray piece = file.read(kPieceSize);
        if (piece.isEmpty())
            return invalid(tr("“%1” could not be read to its end.").arg(file.fileName()));
        hash.addData(piece);
        TRY_VOID(base.write({u"file"_s, Attachment::kTable, attachment}, [&](Recorder &recorder) {
            return recorder.database().execute(
                u"INSERT INTO attachment_piece (attachment_id, number, content) VALUES (?, ?, ?)"_s, {attachment, number, piece});
        }));
        progress.done += piece.size();
    }
    return {};
}

} // namespace

Result<Id> storeFile(workspace::Base &base, Id customer, const QString &path, CopyProgress &progress) {
    const QString name = plainFileName(QFileInfo(path).fileName());
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return invalid(tr("“%1” could not be read.").arg(name));
    TRY_VOID(checkSize(file, name));
    TRY_VOID(checkCustomer(base.database(), customer));
    progress.size = file.size();
    const workspace::OperationInfo info{u"file"_s, "customer", customer};
    TRY(id, base.write(info, [](Recorder &recorder) { return recorder.newIds(1); }));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const Result<void> written = writePieces(base, id, file, hash, progress);
    if (!written) {
        TRY_VOID(removePieces(base, id));
        return written.error();
    }
    Attachment attachment;
    attachment.id = id;
    attachment.customerId = customer;
    attachment.name = name;
    attachment.size = progress.done;
    attachment.sha256 = QString::fromLatin1(hash.result().toHex());
    return base.write(info, [&](Recorder &recorder) {
        attachment.addedAt = recorder.now();
        return recorder.insert(attachment);
    });
}

Result<Id> linkFile(Recorder &recorder, Id customer, const QString &path) {
    const QFileInfo file(path);
    if (!file.isFile())
        return invalid(tr("There is no file “%1”.").arg(path));
    TRY_VOID(checkCustomer(recorder.database(), customer));
    Attachment attachment;
    attachment.customerId = customer;
    attachment.name = plainFileName(file.fileName());
    attachment.size = file.size();
    attachment.path = file.absoluteFilePath();
    attachment.addedAt = recorder.now();
    return recorder.insert(attachment);
}

Result<void> trashAttachment(Recorder &recorder, Id id) {
    TRY(found, db::find<Attachment>(recorder.database(), id));
    if (!found)
        return Error{Code::NotFound, tr("This file is not on the card any more."), QString(), QByteArrayLiteral("id")};
    Attachment after = *found;
    after.trashedAt = recorder.now();
    return recorder.update(*found, after);
}

Result<QList<Attachment>> attachmentsOf(db::Database &database, Id customer) {
    return db::select<Attachment>(database, u"customer_id = ? AND trashed_at IS NULL ORDER BY added_at DESC, id DESC"_s,
                                  {customer});
}

Result<QString> extractFile(db::Database &database, Id id, const QString &folder) {
    TRY(found, db::find<Attachment>(database, id));
    if (!found)
        return Error{Code::NotFound, tr("This file is not on the card any more."), QString(), QByteArrayLiteral("id")};
    if (found->isLinked())
        return invalid(tr("This file is linked, not kept here."));
    const QString path = QDir(folder).filePath(plainFileName(found->name));
    QFile::remove(path); // of an earlier opening; it was made unwritable
    QSaveFile file(path);
    const Error full{Code::Full, tr("There is no room to open “%1”.").arg(found->name), file.errorString(), QByteArray()};
    if (!file.open(QIODevice::WriteOnly))
        return full;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    TRY(pieces, database.query(u"SELECT content FROM attachment_piece WHERE attachment_id = ? ORDER BY number"_s, {id}));
    while (true) {
        TRY(more, pieces.next());
        if (!more)
            break;
        const QByteArray piece = pieces.blob(0);
        hash.addData(piece);
        if (file.write(piece) != piece.size())
            return full;
    }
    if (QString::fromLatin1(hash.result().toHex()) != found->sha256)
        return Error{Code::Corrupt, tr("“%1” is not complete in this file of customers. It was not opened.").arg(found->name),
                     QString(), QByteArray()};
    if (!file.commit())
        return full;
    QFile::setPermissions(path, QFile::ReadOwner);
    return path;
}

QString plainFileName(const QString &name) {
    QString plain;
    for (const QChar letter : name) {
        const bool turns = (letter >= u'\u202a' && letter <= u'\u202e') || (letter >= u'\u2066' && letter <= u'\u2069') ||
                           letter == u'\u200e' || letter == u'\u200f';
        if (turns || letter.category() == QChar::Other_Control)
            continue;
        plain += QStringView(u"/\\:*?\"<>|").contains(letter) ? QChar(u'_') : letter;
    }
    plain = plain.trimmed();
    while (plain.startsWith(u'.'))
        plain.remove(0, 1);
    constexpr qsizetype kLongest = 150;
    if (plain.size() > kLongest)
        plain = plain.left(kLongest / 2) + plain.right(kLongest / 2);
    return plain.isEmpty() ? u"file"_s : plain;
}

bool isProgramName(const QString &name) {
    static const QStringList kPrograms{
        u"exe"_s,     u"com"_s, u"bat"_s,  u"cmd"_s,      u"scr"_s,     u"pif"_s,      u"msi"_s, u"msix"_s, u"ps1"_s,  u"vbs"_s,
        u"vbe"_s,     u"js"_s,  u"jse"_s,  u"wsf"_s,      u"wsh"_s,     u"hta"_s,      u"lnk"_s, u"url"_s,  u"reg"_s,  u"cpl"_s,
        u"jar"_s,     u"sh"_s,  u"bash"_s, u"run"_s,      u"desktop"_s, u"appimage"_s, u"py"_s,  u"pl"_s,   u"rb"_s,   u"app"_s,
        u"command"_s, u"dmg"_s, u"pkg"_s,  u"deb"_s,      u"rpm"_s,     u"dll"_s,      u"so"_s,  u"docm"_s, u"xlsm"_s, u"pptm"_s,
        u"iso"_s,     u"img"_s, u"scpt"_s, u"workflow"_s, u"html"_s,    u"htm"_s,      u"svg"_s, u"chm"_s};
    return kPrograms.contains(QFileInfo(name.trimmed()).suffix().toLower());
}

} // namespace kontor

// The part of CustomerImport for the files that come with a row: photos.
#include "exchange/customer_import.h"

#include "attachments/attachment.h"

#include <QCryptographicHash>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

// What the customer has already, though it be in the trash, does not come again. A photo is one thing: another one is a difference like any other.
Result<bool> CustomerImport::addFiles(Id customer, ImportWriter &writer, QString &noted, Difference *difference) {
    if (m_files.isEmpty())
        return false;
    QSet<QString> known;
    Id photo;
    qint64 version = 0;
    db::BulkStatement &files = m_statements.files;
    files.bind(0, customer.value);
    while (difference) {
        TRY(more, files.next());
        if (!more)
            break;
        known.insert(files.text(3));
        if (isPhotoName(files.text(2)) && files.value(4).isNull()) {
            photo = Id{files.integer(0)};
            version = files.integer(1);
        }
    }
    bool added = false;
    for (const RowFile &file : std::as_const(m_files)) {
        addSentence(noted, file.problem);
        const QString sha256 = QString::fromLatin1(QCryptographicHash::hash(file.content, QCryptographicHash::Sha256).toHex());
        if (!file.problem.isEmpty() || known.contains(sha256))
            continue;
        if (photo.isValid() && isPhotoName(file.name)) {
            if (m_onMatch != OnMatch::Overwrite) {
                difference->kept << kPhotoName;
                continue;
            }
            TRY(trashed, writer.recorder().updateFields(Attachment::kTable, photo, version,
                                                        {{"trashed_at", db::Value(writer.recorder().now())}}));
            Q_UNUSED(trashed)
            difference->changes = true;
        }
        known.insert(sha256);
        TRY_VOID(writer.insertFile(customer, customer, std::nullopt, file));
        added = true;
    }
    return added;
}

} // namespace kontor::exchange

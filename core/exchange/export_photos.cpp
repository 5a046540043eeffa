#include "exchange/export_photos.h"

#include "exchange/row_file.h"

namespace kontor::exchange {

using namespace Qt::StringLiterals;

Result<ExportPhotos> ExportPhotos::create(db::Database &database) {
    TRY(files,
        database.prepareBulk(u"SELECT id, name, size FROM attachment WHERE customer_id = ? AND trashed_at IS NULL AND path = '' "
                             "ORDER BY added_at DESC, id DESC"_s));
    TRY(pieces, database.prepareBulk(u"SELECT content FROM attachment_piece WHERE attachment_id = ? ORDER BY number"_s));
    return ExportPhotos(std::move(files), std::move(pieces));
}

Result<QByteArray> ExportPhotos::of(Id customer) {
    Id photo;
    m_files.bind(0, customer.value);
    while (!photo.isValid()) {
        TRY(more, m_files.next());
        if (!more)
            return QByteArray();
        if (isPhotoName(m_files.text(1)) && m_files.integer(2) <= kLargest)
            photo = Id{m_files.integer(0)};
    }
    m_files.reset();
    QByteArray content;
    m_pieces.bind(0, photo.value);
    while (true) {
        TRY(more, m_pieces.next());
        if (!more)
            break;
        content += m_pieces.blob(0);
    }
    return pictureEnding(content).isEmpty() ? QByteArray() : content;
}

} // namespace kontor::exchange

// The photos of customers for address books: the newest file on a card that is called so and is a picture.
#pragma once

#include "base/id.h"
#include "db/database.h"
#include "exchange/vcard_reader.h"

namespace kontor::exchange {

class ExportPhotos {
public:
    // A larger one is not given out, for the import would not read it back.
    static constexpr qint64 kLargest = VCardReader::kLongestValue / 4 * 3; // of Base64

    static Result<ExportPhotos> create(db::Database &database);
    // Empty: there is none.
    Result<QByteArray> of(Id customer);

private:
    ExportPhotos(db::BulkStatement files, db::BulkStatement pieces) : m_files(std::move(files)), m_pieces(std::move(pieces)) {}

    db::BulkStatement m_files, m_pieces;
};

} // namespace kontor::exchange

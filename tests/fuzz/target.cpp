#include "target.h"

#include <algorithm>

namespace kontor::fuzz {

const std::vector<Target> &targets() {
    static const std::vector<Target> all{
        {"address_books", readAddressBook, ":;,=\\\"\r\n \t.^%<"},
        {"delimited", readDelimited, ",;\t|\"'\r\n \xEF\xBB\xBF"},
        {"workbooks", readWorkbook, "<>/\"=&; \n0123456789:"},
        {"archives", readArchive, "PK\x01\x02\x03\x04\x05\x06/."},
        {"commerceml", readCommerceMl, "<>/\"=&;! \n[]"},
        {"calendars", readCalendar, ":;,=\\\"\r\n \t/+-TZ0123456789"},
        {"mails", readMail, ":;=?\"<>(),-@_\\\r\n \t"},
        {"base_json", readBaseJson, "{}[]\",:\\u0-.e \n"},
        {"signatures", readSignature, "@+()|,;:./\n\t "},
    };
    return all;
}

const Target *targetNamed(QByteArrayView name) {
    const auto found =
        std::find_if(targets().cbegin(), targets().cend(), [name](const Target &target) { return name == target.name; });
    return found == targets().cend() ? nullptr : &*found;
}

} // namespace kontor::fuzz

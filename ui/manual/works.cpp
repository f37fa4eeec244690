// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/manual/works.h"

#include <QRegularExpression>

#include <CLI/Version.hpp>
#include <SQLiteCpp/SQLiteCpp.h>
#include <archive.h>
#include <curl/curl.h>
#include <ldns/ldns.h>
#include <nlohmann/json.hpp>
#include <openssl/crypto.h>
#include <sqlite3.h>
#include <unicode/uversion.h>
#include <zlib.h>

#include <algorithm>

namespace kpwatch {

namespace {

// What libcurl brings along, which differs from one distribution to the next. Licences as Debian ships them
// (/usr/share/doc/*/copyright).
constexpr std::pair<const char*, const char*> licencesBesideCurl[] = {{"zlib", "Zlib"},
                                                                      {"brotli", "MIT"},
                                                                      {"zstd", "BSD-3-Clause"},
                                                                      {"c-ares", "MIT"},
                                                                      {"libidn2", "LGPL-3.0-or-later"},
                                                                      {"libpsl", "MIT"},
                                                                      {"libssh2", "BSD-3-Clause"},
                                                                      {"nghttp2", "MIT"},
                                                                      {"librtmp", "LGPL-2.1-or-later"},
                                                                      {"OpenLDAP", "OLDAP-2.8"}};

QString icuVersion() {
    UVersionInfo numbers;
    u_getVersion(numbers);
    return QStringLiteral("%1.%2").arg(numbers[0]).arg(numbers[1]);
}

QString sqliteCppVersion() { // "3.02.01"
    constexpr int number = SQLITECPP_VERSION_NUMBER;
    return QStringLiteral("%1.%2.%3").arg(number / 1000000).arg(number / 1000 % 1000).arg(number % 1000);
}

// "libcurl/7.88.1 OpenSSL/3.0.19 zlib/1.2.13 libpsl/0.21.2 (+libidn2/2.3.3) …"
void addCurl(std::vector<Work>& works) {
    static const QRegularExpression named(QStringLiteral(R"(([\w.-]+)/([\w.-]+))"));
    for (auto each = named.globalMatch(QLatin1String(curl_version())); each.hasNext();) {
        const QRegularExpressionMatch match = each.next();
        const QString name = match.captured(1);
        const auto* const known =
            std::ranges::find(licencesBesideCurl, name, [](const auto& beside) { return QLatin1String(beside.first); });
        const bool there = std::ranges::any_of(works, [&](const Work& work) { return work.name == name; });
        if (name == QLatin1String("libcurl"))
            works.push_back({name, match.captured(2), QStringLiteral("curl")});
        else if (!there && known != std::end(licencesBesideCurl))
            works.push_back({name, match.captured(2), QLatin1String(known->second)});
    }
}

} // namespace

std::vector<Work> works() {
    std::vector<Work> works{
        {QStringLiteral("Qt"), QLatin1String(qVersion()), QStringLiteral("LGPL-3.0")},
        {QStringLiteral("Qt Charts"), QLatin1String(qVersion()), QStringLiteral("GPL-3.0")},
        {QStringLiteral("SQLite"), QLatin1String(sqlite3_libversion()), QLatin1String("public domain")},
        {QStringLiteral("SQLiteCpp"), sqliteCppVersion(), QStringLiteral("MIT")},
        {QStringLiteral("OpenSSL"), QLatin1String(OpenSSL_version(OPENSSL_VERSION_STRING)),
         QStringLiteral("Apache-2.0")},
        {QStringLiteral("ldns"), QLatin1String(ldns_version()), QStringLiteral("BSD-3-Clause")},
        {QStringLiteral("ICU"), icuVersion(), QStringLiteral("Unicode")},
        {QStringLiteral("libarchive"),
         QString(QLatin1String(archive_version_string())).remove(QStringLiteral("libarchive ")),
         QStringLiteral("BSD-2-Clause")},
        {QStringLiteral("zlib"), QLatin1String(zlibVersion()), QStringLiteral("Zlib")},
        {QStringLiteral("libmnl"), QStringLiteral(KPWATCH_MNL_VERSION), QStringLiteral("LGPL-2.1-or-later")},
        {QStringLiteral("libxcb"), QStringLiteral(KPWATCH_XCB_VERSION), QStringLiteral("MIT")},
        {QLatin1String("JSON for Modern C++"),
         QStringLiteral("%1.%2.%3")
             .arg(NLOHMANN_JSON_VERSION_MAJOR)
             .arg(NLOHMANN_JSON_VERSION_MINOR)
             .arg(NLOHMANN_JSON_VERSION_PATCH),
         QStringLiteral("MIT")},
        {QStringLiteral("CLI11"), QStringLiteral(CLI11_VERSION), QStringLiteral("BSD-3-Clause")},
        {QStringLiteral("QtKeychain"), QStringLiteral(KPWATCH_KEYCHAIN_VERSION), QStringLiteral("BSD-3-Clause")},
        {QStringLiteral("prometheus-cpp"), QStringLiteral(KPWATCH_PROMETHEUS_VERSION), QStringLiteral("MIT")},
        {QStringLiteral("Inter"), QStringLiteral(KPWATCH_INTER_VERSION), QStringLiteral("OFL-1.1")},
        {QStringLiteral("Noto Sans CJK KR"), QStringLiteral(KPWATCH_NOTO_VERSION), QStringLiteral("OFL-1.1")}};
    addCurl(works);
    return works;
}

} // namespace kpwatch

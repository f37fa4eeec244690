// SPDX-License-Identifier: GPL-3.0-or-later
// Whose work the program stands on is told with the versions that run here.
#include "ui/live/keys_dialog.h"
#include "ui/manual/about_dialog.h"
#include "ui/manual/works.h"
#include "ui/theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QScopeGuard>
#include <QScreen>
#include <QTest>

#include <curl/curl.h>
#include <sqlite3.h>

#include <algorithm>
#include <vector>

using namespace kpwatch;
using namespace Qt::StringLiterals;

class WorksTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void eachHasALicenceAndAVersion() {
        for (const Work& work : works()) {
            QVERIFY2(!work.licence.isEmpty(), qPrintable(work.name));
            QVERIFY2(!work.version.isEmpty() && work.version.front().isDigit(), qPrintable(work.name + work.version));
        }
    }

    // Of libcurl's companions those that it says it was built with.
    void whatIsLoadedIsNamed() {
        QFile maps(u"/proc/self/maps"_s);
        QVERIFY(maps.open(QIODevice::ReadOnly));
        const QString loaded = QString::fromUtf8(maps.readAll());
        const std::vector<Work> all = works();
        for (const auto& [file, name] : {std::pair(u"/libcurl.so"_s, u"libcurl"_s),
                                         {u"/libsqlite3.so"_s, u"SQLite"_s},
                                         {u"/libcrypto.so"_s, u"OpenSSL"_s},
                                         {u"/libcares.so"_s, u"c-ares"_s},
                                         {u"/libldns.so"_s, u"ldns"_s},
                                         {u"/libmnl.so"_s, u"libmnl"_s},
                                         {u"/libarchive.so"_s, u"libarchive"_s},
                                         {u"/libicuuc.so"_s, u"ICU"_s},
                                         {u"/libQt6Core.so"_s, u"Qt"_s},
                                         {u"/libnghttp2.so"_s, u"nghttp2"_s},
                                         {u"/libz.so"_s, u"zlib"_s},
                                         {u"/libzstd.so"_s, u"zstd"_s},
                                         {u"/libssh2.so"_s, u"libssh2"_s},
                                         {u"/libpsl.so"_s, u"libpsl"_s}})
            QVERIFY2(!loaded.contains(file) || std::ranges::count(all, name, &Work::name) == 1, qPrintable(name));
    }

    void aboutNamesTheVersions() {
        const AboutDialog about;
        const QString text = about.findChild<QPlainTextEdit*>()->toPlainText();
        QVERIFY2(text.contains(u"· SQLite %1 (public domain)"_s.arg(QLatin1String(sqlite3_libversion()))),
                 qPrintable(text));
        QVERIFY(
            text.contains(u"· libcurl %1 (curl)"_s.arg(QLatin1String(curl_version_info(CURLVERSION_NOW)->version))));
    }

    void windowsOfTextHaveRoomForLargeText() {
        const auto sizes = [] { return std::vector{AboutDialog().size(), KeysDialog(QList<QAction*>()).size()}; };
        const auto back = qScopeGuard([] { setTextScale(1); });
        const std::vector<QSize> usual = sizes();
        setTextScale(2);
        const std::vector<QSize> large = sizes();
        const QSize screen = QGuiApplication::primaryScreen()->availableSize();
        for (std::size_t i = 0; i < usual.size(); ++i) {
            QVERIFY(large[i].width() > usual[i].width() && large[i].height() > usual[i].height());
            QVERIFY(large[i].width() <= screen.width() && large[i].height() <= screen.height());
        }
    }
};

QTEST_MAIN(WorksTest)
#include "tst_works.moc"

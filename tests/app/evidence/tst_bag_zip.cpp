// SPDX-License-Identifier: GPL-3.0-or-later
// What a .zip of somebody else may not make of this computer's disk.
#include "app/evidence/bag_zip.h"
#include "app/evidence/pack.h"

#include <QTemporaryDir>
#include <QtTest>
#include <archive.h>
#include <archive_entry.h>

#include <fstream>

using namespace kpwatch;
namespace fs = std::filesystem;

namespace {

struct Entry {
    std::string name, bytes;
    std::string link{}; // it leads there
    unsigned type = AE_IFREG;
};

void make(const fs::path& zip, const std::vector<Entry>& members) {
    archive* const out = archive_write_new();
    archive_write_set_format_zip(out);
    archive_write_open_filename(out, zip.c_str());
    for (const Entry& member : members) {
        archive_entry* const entry = archive_entry_new();
        archive_entry_set_pathname(entry, member.name.c_str());
        archive_entry_set_filetype(entry, member.type);
        archive_entry_set_perm(entry, 0755);
        archive_entry_set_size(entry, static_cast<la_int64_t>(member.bytes.size()));
        if (!member.link.empty())
            archive_entry_set_symlink(entry, member.link.c_str());
        archive_write_header(out, entry);
        archive_write_data(out, member.bytes.data(), member.bytes.size());
        archive_entry_free(entry);
    }
    archive_write_free(out);
}

} // namespace

class TestBagZip : public QObject {
    Q_OBJECT
    QTemporaryDir m_home;
    const fs::path m_folder = m_home.path().toStdString();
    const fs::path m_zip = m_folder / "theirs.zip", m_inside = m_folder / "a/b/c";

    std::string refusal(const ZipLimits& limits = {}) const {
        fs::remove_all(m_folder / "a");
        fs::create_directories(m_inside);
        try {
            unpackZip(m_zip, m_inside, limits);
        } catch (const InputError& error) {
            return error.what();
        }
        return {};
    }
    // Nothing but the .zip and the way to the folder, and no links in that.
    bool nothingElsewhere() const {
        for (const auto& entry : fs::recursive_directory_iterator(m_folder)) {
            const std::string name = entry.path().lexically_relative(m_folder).string();
            if (entry.is_symlink() || !(name == "theirs.zip" || name == "a" || name == "a/b" || name == "a/b/c" ||
                                        name.starts_with("a/b/c/")))
                return false;
        }
        return true;
    }

  private Q_SLOTS:
    void whatIsHarmlessComesOut() {
        make(m_zip, {{"top/data/a.txt", "one"}, {"top/bagit.txt", "two"}});
        QCOMPARE(refusal(), std::string());
        QVERIFY(fs::exists(m_inside / "top/data/a.txt") && fs::exists(m_inside / "top/bagit.txt"));
    }

    void whatLeadsElsewhereIsRefusedInWords_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("link");
        const auto row = [](const char* name, const char* link = "") {
            QTest::newRow(QByteArray(name).replace('\n', ' ').constData()) << QByteArray(name) << QByteArray(link);
        };
        row("../out.txt");
        row("top/../../../../out.txt");
        row("/tmp/kpwatch-out.txt");
        row("//host/share");
        row("top/./x");
        row("top//x");
        row("..");
        row("top\\..\\..\\out.txt");
        row("C:\\out.txt");
        row(".ssh/authorized_keys");
        row("top/.hidden");
        row("top/a b");
        row("top/=cmd.csv");
        row("top/\xe2\x80\xaegnp.exe");
        row("top/\x1b[2J");
        row("top/new\nline");
        row("top/a:stream");
        row("a/b/c/d/e/f/g/h/i/j/too-deep");
        row("top/link", "/etc/passwd");
        row("top/link", "../../..");
        row("top/link", "beside.txt");
    }
    void whatLeadsElsewhereIsRefusedInWords() {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, link);
        make(m_zip, {{"top/first.txt", "harmless"},
                     {name.toStdString(), "bad", link.toStdString(), link.isEmpty() ? AE_IFREG : AE_IFLNK}});
        const QString said = QString::fromStdString(refusal());
        QVERIFY2(said.contains(QStringLiteral("nothing was taken from it")), qPrintable(said));
        QVERIFY(said.startsWith(QString::fromStdString(m_zip.string())));
        for (const QChar letter : said)
            QVERIFY2(letter.isPrint(), qPrintable(said));
        QVERIFY(nothingElsewhere());
        QVERIFY(!fs::exists("/tmp/kpwatch-out.txt"));
    }

    void aFolderInPlaceOfAFileIsRefused() {
        make(m_zip, {{"top/folder", "", "", AE_IFDIR}});
        QVERIFY(refusal().find("no file") != std::string::npos);
    }

    void twoFilesOfOneNameAreRefused() {
        make(m_zip, {{"top/a", "1"}, {"top/a", "2"}});
        QVERIFY(refusal().find("there twice") != std::string::npos);
    }

    void whatWouldFillTheDiskIsRefused() {
        make(m_zip, {{"top/zeros", std::string(std::size_t{64} << 20U, '\0')}});
        QVERIFY(fs::file_size(m_zip) < 100'000);
        QVERIFY2(refusal().find("more than 16 MiB") != std::string::npos, refusal().c_str());
        std::uintmax_t written = 0;
        for (const auto& entry : fs::recursive_directory_iterator(m_inside))
            written += entry.is_regular_file() ? entry.file_size() : 0;
        QVERIFY(written <= std::uintmax_t{17} << 20U);
        QVERIFY(refusal({.bytes = 1000}).find("would unpack") != std::string::npos);
        make(m_zip, std::vector<Entry>(1, {"top/a", "1"}));
        QVERIFY(refusal({.files = 0}).find("more than 0 files") != std::string::npos);
    }

    void whatIsNoZipIsSaid() {
        for (const std::string& bytes :
             {std::string("PK\x03\x04 and then nothing"), std::string(5000, 'x'), std::string()}) {
            std::ofstream(m_zip, std::ios::trunc) << bytes;
            QVERIFY(refusal().find(m_zip.string()) == 0);
        }
    }

    // Whatever stands in it: taken or refused, never more.
    void changedBytesAreTakenOrRefused() {
        make(m_zip, {{"top/data/a.txt", std::string(4000, 'a')}, {"top/b.txt", "two"}});
        std::ifstream in(m_zip, std::ios::binary);
        const std::string good{std::istreambuf_iterator<char>(in), {}};
        for (std::size_t round = 0; round < 2000; ++round) {
            std::string bad = good;
            bad[(round * 7919) % bad.size()] = static_cast<char>(round * 31);
            if (round % 5 == 0)
                bad.resize(bad.size() / 2 + round % (bad.size() / 2));
            std::ofstream(m_zip, std::ios::binary | std::ios::trunc) << bad;
            refusal();
            QVERIFY(nothingElsewhere());
        }
    }

    void aPackThatIsNoneIsSaid() {
        make(m_zip, {{"top/a.txt", "1"}});
        QVERIFY_EXCEPTION_THROWN(checkedPack(m_zip), InputError);
        QVERIFY_EXCEPTION_THROWN(checkedPack(m_folder / "nothing.zip"), InputError);
        QVERIFY_EXCEPTION_THROWN(rowsOfPack(m_zip), InputError);
    }

    void aFolderWithALinkIsRefused() {
        const fs::path bag = m_folder / "bag";
        fs::create_directories(bag / "data");
        std::ofstream(bag / "bagit.txt") << "BagIt-Version: 1.0\n";
        fs::create_symlink("/etc/passwd", bag / "data/README.txt");
        try {
            checkedPack(bag);
            QFAIL("was taken");
        } catch (const InputError& error) {
            QVERIFY(std::string(error.what()).find("is a link") != std::string::npos);
        }
        fs::remove_all(bag);
    }
};

QTEST_GUILESS_MAIN(TestBagZip)
#include "tst_bag_zip.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Charts as files: what stands in each, that it is the same everywhere, that it does nothing, and that a picture opens
// itself again.
#include "app/errors.h"
#include "app/words/words.h"
#include "tests/support/small_picture.h"
#include "tests/ui/hostile.h"
#include "ui/export/chart_file.h"
#include "ui/export/chart_in_png.h"
#include "ui/export/reopened.h"
#include "ui/export/save_file.h"
#include "ui/paint/chart_words.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtEndian>
#include <QtTest>

#include <cerrno>
#include <csignal>
#include <random>
#include <system_error>

#include <sys/resource.h>

using namespace kpwatch;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const UtcTime start = parseIsoUtc("2026-03-05T09:00:00Z").value();

Lane site(const std::string& label) {
    Lane lane;
    lane.id = lane.label = lane.shortLabel = label;
    lane.kind = LaneKind::Site;
    lane.host = "www.example.kp";
    const UtcTime down = start + 8h, up = down + 8h + 12min;
    lane.spans = {
        {{start, down}, Verdict::Up, Reason::None, {}, {}, {}},
        {{down, up}, Verdict::Down, Reason::None, Onset{down - 2min, down + 10s}, Onset{up - 110s, up + 1s}, {}},
        {{up, start + 18h}, Verdict::Up, Reason::None, {}, {}, {}},
        {{start + 18h, start + 20h}, Verdict::NotMonitored, Reason::Asleep, {}, {}, {}}};
    lane.shares = sharesOf(lane.spans, {start, start + 20h});
    return lane;
}

ComposedChart chartOf(const std::string& label = "KCNA", ChartFormat format = ChartFormat::Png) {
    ComposedChart chart;
    chart.timeline.range = {start, start + 20h};
    chart.timeline.now = chart.facts.asOf = start + 30h;
    chart.timeline.lanes = {site(label), site("조선중앙통신")};
    chart.style.format = format;
    return chart;
}

// The word of somebody in every place where a person, a watchlist or the network may have put one.
ComposedChart hostileChart(const std::string& text, ChartFormat format) {
    ComposedChart chart = chartOf(text, format);
    chart.facts.headline = words::cleaned(text, longestChartText);
    chart.facts.standfirst = chart.facts.headline;
    chart.facts.newsroom = chart.facts.place = words::cleaned(text);
    chart.facts.alt = words::cleaned(text, 4000);
    chart.vantage = chart.incident = text;
    chart.style.preset = "600x600"; // quickly drawn
    return chart;
}

QString run(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        return {};
    return QString::fromUtf8(process.readAllStandardOutput());
}

bool drawElsewhere(const QString& program, const QString& svg, const QString& png, QSize size) {
    if (program != u"chromium"_s) // one in millimetres comes out at the width that is asked for
        return QProcess::execute(program, {u"-w"_s, QString::number(size.width()), svg, u"-o"_s, png}) == 0;
    const QTemporaryDir profile;
    return QProcess::execute(program,
                             {u"--headless"_s, u"--no-sandbox"_s, u"--disable-gpu"_s, u"--hide-scrollbars"_s,
                              u"--force-device-scale-factor=1"_s, u"--user-data-dir="_s + profile.path(),
                              u"--screenshot="_s + png, u"--window-size=%1,%2"_s.arg(size.width()).arg(size.height()),
                              u"file://"_s + svg}) == 0;
}

bool holdsControls(const QString& text) {
    return std::ranges::any_of(text.toUcs4(), [](uint letter) {
        return (letter < 0x20 && letter != '\n' && letter != '\r' && letter != '\t' && letter != '\f') ||
               letter == 0x7f || (letter >= 0x80 && letter < 0xa0) || (letter >= 0x202a && letter <= 0x202e) ||
               (letter >= 0x2066 && letter <= 0x2069);
    });
}

// RFC 4180: cells of a line.
QStringList cellsOf(const QString& line) {
    QStringList cells{QString()};
    bool quoted = false;
    for (const QChar letter : line) {
        if (letter == u'"')
            quoted = !quoted;
        else if (letter == u',' && !quoted)
            cells.append(QString());
        else
            cells.back() += letter;
    }
    return cells;
}

// PNG (ISO 15948) 5.3 and D.
QByteArray chunkOf(const QByteArray& type, const QByteArray& data) {
    quint32 sum = ~0U;
    for (const char byte : type + data) {
        sum ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum & 1U) != 0 ? 0xEDB88320U ^ (sum >> 1U) : sum >> 1U;
    }
    QByteArray length(4, '\0'), check(4, '\0');
    qToBigEndian(static_cast<quint32>(data.size()), length.data());
    qToBigEndian(~sum, check.data());
    return length + type + data + check;
}

} // namespace

class TestChartFile : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString written(const ComposedChart& chart) {
        const QString file = m_folder.filePath(chartFileName(chart));
        saveWhole(file, chartBytes(chart));
        return file;
    }

    static void formats() {
        QTest::addColumn<ChartFormat>("format");
        for (const FormatName& each : chartFormats)
            QTest::addRow("%s", each.word) << each.format;
    }

    static void hostileTexts() {
        QTest::addColumn<QByteArray>("text");
        for (const auto& [tag, text] : hostile::texts())
            QTest::addRow("%s", tag) << QByteArray::fromStdString(text);
    }

  private Q_SLOTS:
    void initTestCase() {
        installFonts();
        QVERIFY(hostile::texts().size() >= 40);
    }

    void theSameChartGivesTheSameBytes() {
        std::vector<QByteArray> before;
        for (const FormatName& each : chartFormats)
            before.push_back(chartBytes(chartOf("KCNA", each.format)));
        QTest::qWait(1100); // a moment that somebody might write into it
        for (const FormatName& each : chartFormats) {
            const QByteArray& bytes = before[static_cast<std::size_t>(each.format)];
            QVERIFY(bytes.size() > 100);
            QCOMPARE(chartBytes(chartOf("KCNA", each.format)), bytes);
            ComposedChart other = chartOf("KCNA", each.format);
            other.timeline.lanes.front().spans.front().range.end += 1h;
            other.timeline.lanes.front().spans[1].range.begin += 1h;
            QVERIFY(chartBytes(other) != bytes);
        }
    }

    void nothingOfThisComputerIsInIt_data() { formats(); }
    void nothingOfThisComputerIsInIt() {
        QFETCH(ChartFormat, format);
        const QByteArray here = qgetenv("TZ");
        qputenv("TZ", "America/Caracas"); // as nothing in it may tell
        const QByteArray bytes = chartBytes(chartOf("KCNA", format));
        qputenv("TZ", here);
        for (const QByteArray& secret : {QByteArray("Caracas"), QByteArray("-04"), QByteArray("/tmp/"), qgetenv("HOME"),
                                         qgetenv("USER"), QSysInfo::machineHostName().toUtf8()})
            if (secret.size() > 3 || secret == "-04")
                QVERIFY2(!bytes.contains(secret) || (secret == "-04" && format != ChartFormat::Pdf),
                         secret.constData());
    }

    void aPngOpensItselfAgain() {
        ComposedChart chart = chartOf();
        chart.style.preset = "phone";
        chart.style.scale = 2;
        const ChartExport read = readChart(written(chart));
        QVERIFY(read == parseChartExport(chartExportText(chartExport(chart)), "it"));
        QVERIFY(read.range == chart.timeline.range);
        QVERIFY(stillTrue(read, chart.timeline, {}) == StillTrue::Same);
        Timeline judgedAnew = chart.timeline;
        judgedAnew.lanes.front().spans[1].onset->by += 1s;
        QVERIFY(stillTrue(read, judgedAnew, {}) == StillTrue::Changed);
        QVERIFY(isSaidAlike(read, chart.facts));
        ChartFacts alarm = chart.facts, alarms = chart.facts, window = chart.facts;
        alarm.falseAlarm = true;
        alarms.falseAlarms.push_back({chart.timeline.range, {}});
        window.window = chart.timeline.range;
        for (const ChartFacts& now : {alarm, alarms, window})
            QVERIFY(!isSaidAlike(read, now));
        Timeline nothing = chart.timeline;
        for (Lane& lane : nothing.lanes)
            lane.spans = {{chart.timeline.range, Verdict::NotMonitored, Reason::NotStarted, {}, {}, {}}};
        QVERIFY(stillTrue(read, nothing, {}) == StillTrue::NoRecord);
        chart.timeline.simulated = true;
        QVERIFY(stillTrue(chartExport(chart), chart.timeline, {}) == StillTrue::Simulated);
    }

    // By a name that is the same in every language.
    void aRungsNumberGoesByItsTarget() {
        ComposedChart chart = chartOf();
        Ladder ladder;
        ladder.rungs = {{u"조선중앙통신"_s, {start, start + 2min}, 1, "kcna-http"}};
        ladder.shown = {start - 5min, start + 15min};
        chart.facts.order = ladder;
        QCOMPARE(chartExport(chart).numbers,
                 (std::vector<ChartNumber>{{"kcna-http", "1, by " + isoUtc(start + 2min)}}));
    }

    void aTextIsReadHoweverItIsKept_data() {
        QTest::addColumn<QByteArray>("chunk");
        ChartExport chart = chartExport(chartOf());
        chart.headline = "Séoul";
        const QByteArray utf8 = QByteArray::fromStdString(chartExportText(chart));
        const QByteArray latin1 = QString::fromUtf8(utf8).toLatin1();
        const auto packed = [](const QByteArray& text) { return qCompress(text).mid(4); };
        QTest::newRow("as it is") << chunkOf("tEXt", QByteArray("KPWatch\0", 8) + latin1);
        QTest::newRow("packed") << chunkOf("zTXt", QByteArray("KPWatch\0\0", 9) + packed(latin1));
        QTest::newRow("international") << chunkOf("iTXt", QByteArray("KPWatch\0\0\0en\0\0", 14) + utf8);
        QTest::newRow("international, packed") << chunkOf("iTXt", QByteArray("KPWatch\0\1\0\0\0", 12) + packed(utf8));
        QTest::newRow("behind another") << chunkOf("tEXt", QByteArray("Comment\0{}", 10)) +
                                               chunkOf("tEXt", QByteArray("KPWatch\0", 8) + latin1);
    }
    void aTextIsReadHoweverItIsKept() {
        QFETCH(QByteArray, chunk);
        const QString file = m_folder.filePath(u"kept.png"_s);
        saveWhole(file, QByteArray("\x89PNG\r\n\x1a\n", 8) + chunk + chunkOf("IEND", {}));
        QCOMPARE(readChart(file).headline, std::string("Séoul"));
    }

    void aPictureOfOthersIsRefusedInWords_data() {
        QTest::addColumn<QByteArray>("bytes");
        QByteArray plain;
        {
            QBuffer buffer(&plain);
            QImage image(20, 20, QImage::Format_RGB32);
            image.fill(Qt::red);
            image.save(&buffer, "PNG");
        }
        QByteArray wrong;
        {
            QBuffer buffer(&wrong);
            QImage image(20, 20, QImage::Format_RGB32);
            image.fill(Qt::red);
            image.setText(QLatin1String(chartKey), u"{\"kpwatch_chart\":1,\"run\":\"rm -rf\"}"_s);
            image.save(&buffer, "PNG");
        }
        const QByteArray good = chartBytes(chartOf());
        const QByteArray signature = plain.left(8);
        const QByteArray bomb = qCompress(QByteArray(32 << 20, ' ')).mid(4); // zlib's, behind Qt's length
        QTest::newRow("a text that unpacks to 32 MiB")
            << signature + chunkOf("zTXt", QByteArray("KPWatch\0\0", 9) + bomb) + plain.mid(8);
        QTest::newRow("a text that says it is of 2 GB") << signature + QByteArray("\x78\x9c\x01\x50zTXtKPWatch", 15);
        QTest::newRow("a text whose sum is wrong")
            << signature + chunkOf("tEXt", QByteArray("KPWatch\0{}", 10)).chopped(1) + "!" + plain.mid(8);
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("hello");
        QTest::newRow("plain PNG") << plain;
        QTest::newRow("keys of others") << wrong;
        QTest::newRow("cut") << good.left(200);
        QTest::newRow("jpeg header") << QByteArray("\xff\xd8\xff\xe0junk");
    }
    void aPictureOfOthersIsRefusedInWords() {
        QFETCH(QByteArray, bytes);
        const QString file = m_folder.filePath(u"others.png"_s);
        saveWhole(file, bytes);
        try {
            readChart(file);
            QFAIL("was taken");
        } catch (const InputError& error) {
            QVERIFY2(QString::fromUtf8(error.what()).startsWith(file), error.what());
        }
        QVERIFY_EXCEPTION_THROWN(readChart(m_folder.filePath(u"none.png"_s)), InputError);
        QVERIFY_EXCEPTION_THROWN(readChart(m_folder.path()), InputError);
    }

    // libpng checks each chunk; what it lets through is still the word of a stranger.
    void changedBytesNeverDoMore() {
        ComposedChart small = chartOf();
        small.style.preset = "600x600";
        const QByteArray good = chartBytes(small);
        const QString file = m_folder.filePath(u"changed.png"_s);
        std::mt19937 random(11);
        int read = 0;
        for (int round = 0; round < 100; ++round) {
            QByteArray bytes = good;
            for (int change = 0; change <= round % 4; ++change)
                bytes[static_cast<qsizetype>(random() % 8192) % bytes.size()] = static_cast<char>(random());
            QFile changed(file);
            QVERIFY(changed.open(QIODevice::WriteOnly) && changed.write(bytes) == bytes.size());
            changed.close();
            try {
                const ChartExport chart = readChart(file);
                QVERIFY(!holdsControls(QString::fromStdString(chart.headline + chart.alt)));
                ++read;
            } catch (const InputError&) {
                continue;
            }
        }
        QVERIFY(read < 100);
    }

    void hostileWordsStayWords_data() { hostileTexts(); }
    void hostileWordsStayWords() {
        QFETCH(QByteArray, text);
        const std::string word = text.toStdString();
        // PNG: the words come back cleaned.
        const ChartExport read = readChart(written(hostileChart(word, ChartFormat::Png)));
        for (const std::string& each :
             {read.headline, read.standfirst, read.credit, read.alt, read.place, read.incident})
            QVERIFY2(!holdsControls(QString::fromStdString(each)), each.c_str());
        // SVG: well-formed, with no elements but those of drawing, and no address to be fetched.
        const QByteArray svg = chartBytes(hostileChart(word, ChartFormat::Svg));
        QVERIFY(!holdsControls(QString::fromUtf8(svg)));
        QXmlStreamReader xml(svg);
        const QSet<QString> known{u"svg"_s,  u"title"_s,   u"desc"_s,   u"defs"_s,   u"g"_s,
                                  u"path"_s, u"text"_s,    u"rect"_s,   u"circle"_s, u"polyline"_s,
                                  u"line"_s, u"polygon"_s, u"ellipse"_s};
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            QVERIFY2(known.contains(xml.name().toString()), qPrintable(xml.name().toString()));
            for (const QXmlStreamAttribute& attribute : xml.attributes())
                QVERIFY2(!attribute.name().startsWith(u"on"_s) && attribute.name() != u"href"_s,
                         qPrintable(attribute.name().toString()));
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        // Tables: no cell is a formula, every row has every column, no line is split.
        for (const ChartFormat format : {ChartFormat::Csv, ChartFormat::Datawrapper}) {
            const QString table = QString::fromUtf8(chartBytes(hostileChart(word, format)));
            QVERIFY(!holdsControls(table));
            const QStringList lines = table.split(u"\r\n"_s, Qt::SkipEmptyParts);
            const qsizetype columns = cellsOf(lines.constFirst()).size();
            for (const QString& line : lines) {
                const QStringList cells = cellsOf(line);
                QCOMPARE(cells.size(), columns);
                for (const QString& cell : cells)
                    QVERIFY2(cell.isEmpty() || !u"=+-@\t\r"_s.contains(cell.front()), qPrintable(cell));
            }
        }
        QVERIFY(!holdsControls(QString::fromUtf8(sideText(hostileChart(word, ChartFormat::Csv)))));
        // PDF: no action, no link, no script.
        const QByteArray pdf = chartBytes(hostileChart(word, ChartFormat::Pdf));
        for (const char* const active : {"/JavaScript", "/OpenAction", "/URI", "/Launch", "/EmbeddedFile"})
            QVERIFY2(!pdf.contains(active), active);
        // And a name for the file that leads nowhere else.
        for (const QString& ending : {u".png"_s, u".svg"_s}) {
            const QString name = cleanFileName(QString::fromStdString(word), ending);
            static const QRegularExpression plain(u"^[A-Za-z0-9_][A-Za-z0-9._-]*$"_s);
            QVERIFY2(plain.match(name).hasMatch() && name.size() <= 80 && name.endsWith(ending), qPrintable(name));
        }
    }

    void noCellIsActiveInLibreOffice() {
        if (qEnvironmentVariableIsEmpty("KPWATCH_LIBREOFFICE"))
            QSKIP("starts LibreOffice: set KPWATCH_LIBREOFFICE=1");
        ComposedChart chart = hostileChart("=1+1", ChartFormat::Csv);
        for (const auto& [tag, text] : hostile::texts())
            chart.timeline.lanes.push_back(site(text));
        const std::pair<QString, QByteArray> tables[] = {
            {u"rows"_s, chartCsv(chart)}, {u"datawrapper"_s, datawrapperCsv(chart)}, {u"active"_s, "text\n=1+1\n"}};
        for (const auto& [name, bytes] : tables) {
            const QString table = m_folder.filePath(name + u".csv"_s);
            saveWhole(table, bytes);
            QVERIFY(
                QProcess::execute(u"soffice"_s,
                                  {u"--headless"_s, u"-env:UserInstallation=file://"_s + m_folder.filePath(u"office"_s),
                                   u"--convert-to"_s, u"fods"_s, u"--outdir"_s, m_folder.path(), table}) == 0);
            QFile sheet(m_folder.filePath(name + u".fods"_s));
            QVERIFY(sheet.open(QIODevice::ReadOnly));
            const QByteArray cells = sheet.readAll();
            QVERIFY(cells.contains("<table:table-cell"));
            QCOMPARE(cells.contains("table:formula="), name == u"active"_s); // that the search finds one
        }
    }

    void namesOfDevicesAreNotTaken() {
        for (const char* const name : {"con", "NUL", "com1", "lpt9.txt", "Aux"})
            QVERIFY(cleanFileName(QString::fromLatin1(name), u".png"_s).startsWith(u"kpwatch-"_s));
        QCOMPARE(cleanFileName(u"../../etc/passwd"_s, u".png"_s), u"etc-passwd.png"_s);
        QCOMPARE(cleanFileName({}, u".png"_s), u"kpwatch-.png"_s);
    }

    void aPdfHasItsFontsAndItsTextIsFound() {
        if (QStandardPaths::findExecutable(u"pdffonts"_s).isEmpty())
            QSKIP("pdffonts and pdftotext (poppler-utils) are not installed");
        const QString file = written(chartOf("KCNA", ChartFormat::Pdf));
        const QStringList fonts = run(u"pdffonts"_s, {file}).split(u'\n', Qt::SkipEmptyParts).mid(2);
        QVERIFY(fonts.size() >= 3);
        static const QRegularExpression embedded(u"\\s(yes)\\s+(yes|no)\\s+(yes)\\s+\\d+\\s+\\d+$"_s);
        for (const QString& font : fonts)
            QVERIFY2(embedded.match(font).hasMatch(), qPrintable(font)); // embedded, and with letters to be found
        const QString text = run(u"pdftotext"_s, {file, u"-"_s}).simplified();
        for (const QString& word : {u"KCNA"_s, u"조선중앙통신"_s, u"about 8 h 10 min"_s, u"access inside the country"_s,
                                    u"03:00"_s, u"(five for a site alone)"_s})
            QVERIFY2(text.contains(word), qPrintable(text));
        const QString info = run(u"pdfinfo"_s, {file});
        QVERIFY2(info.contains(u"Neither of the two sites answered for about eight hours"_s), qPrintable(info));
        QVERIFY2(run(u"pdfimages"_s, {u"-list"_s, file}).split(u'\n', Qt::SkipEmptyParts).size() <= 2, "no pictures");
        ComposedChart print = chartOf("KCNA", ChartFormat::Pdf);
        print.style.preset = "print";
        const QString page = run(u"pdfinfo"_s, {written(print)}); // 180 x 101 mm in points
        QVERIFY2(page.contains(QRegularExpression(u"Page size:\\s+51[01](\\.\\d+)? x 28[67]"_s)), qPrintable(page));
    }

    void anSvgIsThePngElsewhere_data() {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("shape");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("outlines");
        for (const char* const program : {"rsvg-convert", "chromium"})
            for (const char* const shape : {"article", "social", "square", "phone", "print"})
                for (const bool outlines : {false, true})
                    QTest::addRow("%s, %s, %s", program, shape, outlines ? "outlines" : "text")
                        << QString::fromLatin1(program) << QString::fromLatin1(shape) << (shape[1] == 'q') << outlines;
    }
    void anSvgIsThePngElsewhere() {
        QFETCH(QString, program);
        QFETCH(QString, shape);
        QFETCH(bool, dark);
        QFETCH(bool, outlines);
        if (QStandardPaths::findExecutable(program).isEmpty())
            QSKIP(qPrintable(program + u" (librsvg2-bin, chromium) is not installed"_s));
        if (program == u"chromium"_s && qEnvironmentVariableIsEmpty("KPWATCH_CHROMIUM"))
            QSKIP("starts Chromium: set KPWATCH_CHROMIUM=1");
        if (program == u"chromium"_s && shape == u"print"_s)
            QSKIP("a page of 180 mm is no window of 2126 pixels");
        ComposedChart chart = chartOf("KCNA", ChartFormat::Svg);
        chart.facts.newsroom = u"The 11,111th Courier of 1911"_s; // where figures are narrow, a line ends elsewhere
        chart.style.preset = shape.toStdString();
        chart.style.dark = dark;
        chart.style.outlines = outlines;
        const QString svg = written(chart), png = m_folder.filePath(u"theirs.png"_s);
        const QImage ours = chartImage(chart.preset(), chart.timeline, chart.facts, chart.theme());
        QVERIFY(drawElsewhere(program, svg, png, ours.size()));
        const QImage theirs(png);
        QCOMPARE(theirs.size(), ours.size());
        const double apart = test::differenceOf(test::small(theirs), test::small(ours));
        qInfo("differs by %.1f of 255", apart);
        QVERIFY2(apart <= test::mostDifference, qPrintable(QString::number(apart)));
        QFile file(svg);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QCOMPARE(bytes.contains("<text"), !outlines);
        QVERIFY(bytes.contains("<title>") && bytes.contains("<desc>") && !bytes.contains("<image"));
    }

    void tablesSayWhatTheChartShows() {
        ComposedChart chart = chartOf("KCNA", ChartFormat::Csv);
        const QStringList rows = QString::fromUtf8(chartBytes(chart)).split(u"\r\n"_s, Qt::SkipEmptyParts);
        QCOMPARE(rows.size(), 1 + 8);
        QCOMPARE(rows[2], u"KCNA,site,down,2026-03-05T17:00:00.000Z,2026-03-06T01:12:00.000Z,"
                          "2026-03-06T02:00:00.000+09:00,2026-03-06T10:12:00.000+09:00,29520,2026-03-05T17:00:00.000Z,"
                          "2026-03-05T16:58:00.000Z,,one computer,,"_s);
        QVERIFY(rows[4].contains(u"not-monitored"_s) && rows[4].contains(u"asleep"_s));
        QVERIFY(rows[0].endsWith(u",cut"_s) && rows[1].endsWith(u",begins-earlier"_s) &&
                rows[4].endsWith(u",goes-on"_s));
        ComposedChart within = chart;
        within.timeline.range = {start + 9h, start + 10h};
        for (Lane& lane : within.timeline.lanes)
            show(lane, std::vector<Span>(lane.spans), within.timeline.range, within.timeline.now);
        QVERIFY(QString::fromUtf8(chartBytes(within)).split(u"\r\n"_s)[1].endsWith(u",both"_s));
        within = chart;
        within.timeline.range = {start + 8h, start + 10h}; // it begins where the range does
        for (Lane& lane : within.timeline.lanes)
            show(lane, std::vector<Span>(lane.spans), within.timeline.range, within.timeline.now);
        QVERIFY(QString::fromUtf8(chartBytes(within)).split(u"\r\n"_s)[1].endsWith(u",goes-on"_s));
        chart.style.format = ChartFormat::Datawrapper;
        const QStringList table = QString::fromUtf8(chartBytes(chart)).split(u"\r\n"_s, Qt::SkipEmptyParts);
        QCOMPARE(table[0], u"Korea time,KCNA,조선중앙통신"_s);
        QCOMPARE(table[1], u"2026-03-05 18:00:00,1,1"_s);
        QVERIFY(table.contains(u"2026-03-06 01:59:59,1,1"_s) && table.contains(u"2026-03-06 02:00:00,0,0"_s));
        QVERIFY(table.contains(u"2026-03-06 10:12:00,1,1"_s) && table.contains(u"2026-03-06 12:00:00,,"_s));
        QVERIFY(sideText(chart).contains("confirm_failures") && sideText(chart).contains(KPWATCH_VERSION));
        QCOMPARE(sideFileOf(u"/x/outage.csv"_s), u"/x/outage-about.txt"_s);
    }

    void aFileIsWrittenWholeOrNotAtAll() {
        const QString file = m_folder.filePath(u"kept.png"_s);
        saveWhole(file, "first");
        QVERIFY_EXCEPTION_THROWN(saveWhole(m_folder.filePath(u"no/such/folder/x.png"_s), "x"), InputError);
        QVERIFY_EXCEPTION_THROWN(saveWhole(m_folder.path(), "x"), InputError);
        if (QFile::exists(u"/dev/full"_s))
            QVERIFY_EXCEPTION_THROWN(saveWhole(u"/proc/kpwatch.png"_s, "x"), InputError);
        QFile read(file);
        QVERIFY(read.open(QIODevice::ReadOnly));
        QCOMPARE(read.readAll(), QByteArray("first"));
    }

    void aDiskThatTakesAPartIsNamedAsWhatItIs() {
        const QString file = m_folder.filePath(u"large.png"_s);
        const QByteArray bytes(100'000, 'x');
        const auto ignored = std::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        ::getrlimit(RLIMIT_FSIZE, &before);
        const rlimit tight{4096, before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &tight);
        std::string said;
        try {
            saveWhole(file, bytes);
        } catch (const InputError& error) {
            said = error.what();
        }
        ::setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, ignored);
        QVERIFY2(said.find(std::generic_category().message(EFBIG)) != std::string::npos, said.c_str());
        QVERIFY(!QFile::exists(file));
    }

    void aLogoIsAPictureAndNothingElse() {
        QImage image(3000, 1000, QImage::Format_RGB32);
        image.fill(Qt::blue);
        image.setText(u"Author"_s, u"somebody"_s);
        const QString file = m_folder.filePath(u"logo.png"_s);
        QVERIFY(image.save(file));
        const QImage logo = readLogo(file);
        QCOMPARE(logo.size(), QSize(1200, 400));
        QVERIFY(logo.text(u"Author"_s).isEmpty());
        saveWhole(file, "no picture");
        QVERIFY_EXCEPTION_THROWN(readLogo(file), InputError);
        QVERIFY_EXCEPTION_THROWN(readLogo(u"/etc/passwd"_s), InputError);
    }
};

QTEST_MAIN(TestChartFile)
#include "tst_chart_file.moc"

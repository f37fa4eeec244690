// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever others write, the window shows as text: cleaned, cut to a length, and never as markup.
#include "app/words/words.h"
#include "tests/ui/hostile.h"
#include "tests/ui/live/sample_record.h"
#include "tests/ui/paint/text_recorder.h"
#include "ui/export/export_dialog.h"
#include "ui/live/banner.h"
#include "ui/live/find_dialog.h"
#include "ui/live/hover_card.h"
#include "ui/live/live_page.h"
#include "ui/live/timeline_table.h"
#include "ui/live/top_bar.h"
#include "ui/paint/chart.h"
#include "ui/target/target_panel.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTextDocumentFragment>
#include <QtTest>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype longestText = 600;
constexpr qsizetype longestAltText = 6000; // a sentence for every lane, each with its name, however long

bool isVisibleCharacter(char32_t character) {
    switch (QChar::category(character)) {
    case QChar::Other_Control:
        return character == U'\n';
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Mark_NonSpacing:
    case QChar::Mark_SpacingCombining:
    case QChar::Mark_Enclosing:
        return false;
    default:
        return true;
    }
}

// Everything that a widget and what is inside it say to anybody; each piece is checked when it is added.
class Said {
  public:
    explicit Said(const QWidget& root) {
        add(root);
        for (const QWidget* child : root.findChildren<QWidget*>())
            add(*child);
    }
    const QStringList& wrong() const { return m_wrong; }
    QString all() const { return m_all.join(QLatin1Char('\n')); }

  private:
    void take(const QString& text, const QWidget& by, const char* how) {
        m_all << text;
        const QList<uint> characters = text.toUcs4();
        const bool clean = std::ranges::all_of(characters, isVisibleCharacter);
        const bool altText = text.startsWith(QLatin1String("Chart: "));
        if (!clean || characters.size() > (altText ? longestAltText : longestText))
            m_wrong << QStringLiteral("%1 %2: %3")
                           .arg(QLatin1String(by.metaObject()->className()), QLatin1String(how), text.left(60));
    }
    void takeTip(const QString& tip, const QWidget& by) {
        if (tip.isEmpty())
            return;
        // A tooltip guesses; ours leave it nothing to guess.
        QString inside = tip;
        for (const char* const ours : {"<span>", "</span>", "<br>"})
            inside.remove(QLatin1String(ours));
        if (!tip.startsWith(QLatin1String("<span>")) || inside.contains(QLatin1Char('<')))
            m_wrong << QStringLiteral("%1 tooltip: %2").arg(QLatin1String(by.metaObject()->className()), tip.left(60));
        take(QTextDocumentFragment::fromHtml(tip).toPlainText(), by, "tooltip");
    }
    void add(const QWidget& widget) {
        take(widget.accessibleName(), widget, "accessible name");
        take(widget.accessibleDescription(), widget, "accessible description");
        take(widget.windowTitle(), widget, "window title");
        takeTip(widget.toolTip(), widget);
        if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
            take(label->text(), widget, "text");
            if (label->textFormat() != Qt::PlainText)
                m_wrong << QStringLiteral("a label that may be rich: ") + label->text().left(60);
        }
        if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
            take(button->text(), widget, "text");
        if (const auto* line = qobject_cast<const QLineEdit*>(&widget))
            take(line->text(), widget, "text");
        if (const auto* field = qobject_cast<const QPlainTextEdit*>(&widget))
            take(field->toPlainText(), widget, "text");
        if (const auto* choice = qobject_cast<const QComboBox*>(&widget))
            for (int i = 0; i < choice->count(); ++i)
                take(choice->itemText(i), widget, "item");
        if (const auto* view = qobject_cast<const QAbstractItemView*>(&widget); view != nullptr && view->model())
            addModel(*view);
    }
    void addModel(const QAbstractItemView& view) {
        const QAbstractItemModel& model = *view.model();
        for (int row = 0; row < model.rowCount(); ++row)
            for (int column = 0; column < model.columnCount(); ++column)
                for (const int role : {int{Qt::DisplayRole}, int{Qt::AccessibleTextRole}})
                    take(model.index(row, column).data(role).toString(), view, "cell");
    }

    QStringList m_all, m_wrong;
};

// A world in which every text that can come from somebody else is `text`.
struct World {
    std::string text;
    Watchlist watchlist = sample::watchlist();
    Settings settings;
    Picture picture = sample::picture();

    explicit World(std::string by_others) : text(std::move(by_others)) {
        for (Site& site : watchlist.sites)
            site.label = site.shortLabel = site.host = text;
        for (Target& target : watchlist.targets)
            target.label = target.shortLabel = text;
        for (Control& control : watchlist.controls)
            control.target.label = text;
        for (SiteStatus& site : picture.live.sites)
            site.label = text;
        picture.storageTrouble = text;
        picture.notices = {{sample::now(), ResolverRewrites{1, 1, text}},
                           {sample::now(), SplitRoute{1, text}},
                           {sample::now(), NetworkChanged{text}}};
    }

    Timeline timeline(TimeRange range) const {
        Timeline made = sample::timeline(range);
        for (Lane& lane : made.lanes) {
            lane.label = lane.shortLabel = lane.host = text;
            for (Span& span : lane.spans)
                span.note = text;
        }
        return made;
    }

    ArchiveAnswer answer(const ArchiveQuery& query) const {
        ArchiveAnswer made = sample::answer(query);
        made.timeline = timeline(query.range);
        made.overview = timeline(query.overview);
        for (Lane& lane : made.targetLanes)
            lane.label = lane.shortLabel = lane.host = text;
        for (Observation& page : made.frontPages)
            page = check(page.target, http());
        made.trouble = text;
        return made;
    }

    HttpDetail http() const {
        HttpDetail made;
        made.status = 302;
        made.location = made.server = made.lastModified = made.title = text;
        made.age = made.via = made.cache = made.blockPage = made.date = made.bodySha256 = text;
        TlsDetail tls;
        tls.version = tls.cipher = tls.subject = tls.issuer = tls.chainSha256 = text;
        tls.faults = {text, "expired"};
        tls.notBefore = tls.notAfter = sample::now();
        made.tls = tls;
        return made;
    }

    Observation check(TargetId target, Detail detail) const {
        Observation made;
        made.target = target;
        made.startedAt = sample::now() - 9s;
        made.elapsed = 300ms;
        made.reached = Stage::Done;
        made.failure = Failure::None;
        made.peer = made.source = text;
        made.detail = std::move(detail);
        return made;
    }

    TargetAnswer told(TargetId target, const Detail& detail) const {
        TargetAnswer made;
        made.query = {target, sample::now()};
        made.latest = check(target, detail);
        made.failures = made.addresses = {*made.latest};
        made.controls = {check(watchlist.controls.front().target.id, ConnectDetail{1})};
        TraceDetail trace{.method = text, .hops = {{1, text, Micros{300}, text}, {2, {}, {}, {}}}, .outcome = text};
        made.besides = {check(target, trace), check(target, PingDetail{text, 5, 4, Micros{1}, Micros{2}})};
        return made;
    }
};

void addHostileTexts() {
    QTest::addColumn<QByteArray>("text");
    for (const auto& [name, text] : hostile::texts())
        QTest::newRow(name) << QByteArray::fromStdString(text);
}

#define VERIFY_INERT(said) QVERIFY2((said).wrong().isEmpty(), qPrintable((said).wrong().join(QLatin1Char('\n'))))

} // namespace

class TestInertText : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        installFonts();
        QVERIFY(hostile::texts().size() >= 40);
    }

    void thePageShowsItAsText_data() { addHostileTexts(); }
    void thePageShowsItAsText() {
        QFETCH(QByteArray, text);
        const World world(text.toStdString());
        LivePage page(world.watchlist, world.settings, {}, sample::now());
        page.resize(1440, 800);
        page.setPicture(world.picture);
        page.setAnswer(world.answer(page.query()));
        page.grab(); // painted text is elided and drawn without any engine for markup
        const Said said(page);
        VERIFY_INERT(said);
        const QList<uint> copied = page.summary().toUcs4();
        QVERIFY(std::ranges::all_of(copied, isVisibleCharacter));
        const QString clean = words::cleaned(world.text);
        QVERIFY2(clean.isEmpty() || said.all().contains(clean), qPrintable(clean));

        Banner banner;
        banner.setWords(bannerWords({world.picture, world.text, world.text, true}));
        VERIFY_INERT(Said(banner));
        TopBar top(true);
        top.setPicture(world.picture);
        VERIFY_INERT(Said(top));
    }

    void theHoverCardShowsItAsText_data() { addHostileTexts(); }
    void theHoverCardShowsItAsText() {
        QFETCH(QByteArray, text);
        const World world(text.toStdString());
        const TimeRange range{sample::ago(24), sample::now()};
        const Timeline timeline = world.timeline(range);
        QWidget window;
        window.resize(1000, 600);
        HoverCard card(&window);
        for (const Lane& lane : timeline.lanes)
            for (std::size_t i = 0; i < lane.spans.size(); ++i) {
                card.showAt(QRect(100, 100, 1, 20), hoverWords(lane, i, range, sample::now()), window.width());
                VERIFY_INERT(Said(card));
            }
    }

    void thePanelShowsItAsText_data() { addHostileTexts(); }
    void thePanelShowsItAsText() {
        QFETCH(QByteArray, text);
        const World world(text.toStdString());
        TargetPanel panel(world.watchlist, world.settings, false, nullptr);
        QVERIFY(panel.showLane(world.watchlist.sites.front().id));
        panel.setPicture(world.picture, false);
        panel.setNow(sample::now());
        const std::vector<Detail> details{
            world.http(), DnsDetail{world.text, false, 1, 1}, SmtpDetail{220, world.text}, ConnectDetail{1},
            TraceDetail{
                .method = world.text, .hops = {{1, world.text, Micros{300}, world.text}}, .outcome = world.text}};
        const QString clean = words::cleaned(world.text);
        for (const Detail& detail : details) {
            panel.setAnswer(world.told(panel.target(), detail));
            panel.grab();
            const Said said(panel);
            VERIFY_INERT(said);
            if (std::holds_alternative<HttpDetail>(detail))
                QVERIFY2(clean.isEmpty() || said.all().contains(clean), qPrintable(clean));
        }
    }

    void tableAndExportShowItAsText_data() { addHostileTexts(); }
    void tableAndExportShowItAsText() {
        QFETCH(QByteArray, text);
        const World world(text.toStdString());
        const Timeline timeline = world.timeline({sample::ago(24), sample::now()});
        TimelineTable table;
        table.setTimeline(timeline);
        VERIFY_INERT(Said(table));
        FindDialog find;
        find.begin(true, sample::now());
        find.setRecord(timeline);
        VERIFY_INERT(Said(find));
        const ExportDialog dialog({timeline}, world.settings, {});
        VERIFY_INERT(Said(dialog));
        QVERIFY(!dialog.suggestedFileName().contains(QLatin1Char('/')));
    }

    void theChartWritesItAsText_data() { addHostileTexts(); }
    void theChartWritesItAsText() {
        QFETCH(QByteArray, text);
        const World world(text.toStdString());
        const Timeline timeline = world.timeline({sample::ago(24), sample::now()});
        const ChartPreset preset = ChartPreset::article();
        TextRecorder device(preset.size.toSize());
        {
            QPainter painter(&device);
            ChartFacts facts;
            facts.asOf = sample::now();
            paintChart(painter, preset, timeline, facts, Theme::print());
        }
        QVERIFY(!device.texts().empty());
        for (const WrittenText& written : device.texts()) {
            const QList<uint> characters = written.text.toUcs4();
            QVERIFY2(std::ranges::all_of(characters, isVisibleCharacter), qPrintable(written.text));
            QVERIFY(characters.size() <= longestText);
        }
    }

    // Reads the sources: what would let a text be taken for markup, or past the cleaning, is not written at all.
    void nobodyWritesTextPastTheCleaning() {
        const QDir root(QStringLiteral(KPWATCH_TEST_DATA) + QStringLiteral("/.."));
        const std::vector<std::pair<QRegularExpression, const char*>> rules{
            {QRegularExpression(QStringLiteral(R"(setToolTip\(\s*(?!plainTip\(|\s))")), "setToolTip(plainTip(...))"},
            {QRegularExpression(QStringLiteral(R"(QToolTip::showText\((?![^;]*plainTip\())")),
             "QToolTip::showText(..., plainTip(...))"},
            {QRegularExpression(QStringLiteral(R"(\bQMessageBox\b)")),
             "no QMessageBox: it guesses whether its text is rich"},
            {QRegularExpression(QStringLiteral(R"(\bnew QLabel\b|\bQLabel \w+[({;])")), "TextLabel instead of QLabel"},
            {QRegularExpression(
                 QStringLiteral(R"(Qt::(RichText|AutoText|MarkdownText)|setHtml|setMarkdown|QTextDocument)")),
             "no markup"},
            {QRegularExpression(QStringLiteral(R"(setWhatsThis|setStatusTip)")), "no text that guesses"},
            {QRegularExpression(QStringLiteral(R"(QString::from(StdString|Utf8|Latin1|Local8Bit)\()")),
             "words::cleaned makes text of others fit to be shown"}};
        // Keys and names of our own, never shown, or made of our own letters; and the manual, whose pages are ours.
        const QStringList ours{QStringLiteral("ui/remembered.cpp"),
                               QStringLiteral("ui/manual/manual_window.cpp"),
                               QStringLiteral("ui/settings/keychain.cpp"),              // a secret goes there as it is,
                               QStringLiteral("QString::fromStdString(known->second)"), // and into a field of dots
                               QStringLiteral("kindName("),
                               QStringLiteral("ui/export/chart_in_png.cpp"), // a file's text, to be read as one
                               QStringLiteral("look.language = QString::fromLatin1(code)"),
                               QStringLiteral("ui/desktop_wishes.cpp"), // asks the desktop, and shows nothing
                               QStringLiteral("QRegularExpression::escape(QString::fromLatin1(half))"),
                               QStringLiteral("chartExportText("),                        // cleaned there
                               QStringLiteral("m_icon->setToolTip(QString(tip).remove("), // a panel's, without "<"
                               QStringLiteral("detail->lastModified.data()"),
                               QStringLiteral("QString::fromStdString(incident->id)"), // data of a choice, as the next
                               QStringLiteral("label, 60), QString::fromStdString(target->name)"),
                               QStringLiteral("setPlainText(QString::fromStdString(note.text))")}; // to be changed
        QStringList wrong;
        QDirIterator files(root.filePath(QStringLiteral("ui")), {QStringLiteral("*.cpp"), QStringLiteral("*.h")},
                           QDir::Files, QDirIterator::Subdirectories);
        int read = 0;
        while (files.hasNext()) {
            const QString path = root.relativeFilePath(files.next());
            if (path.startsWith(QStringLiteral("ui/cli/")))
                continue; // a terminal's own rules: cleaned in ui/cli/json and evidence
            QFile file(root.filePath(path));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QString code = QString::fromUtf8(file.readAll());
            code.remove(QRegularExpression(QStringLiteral("//[^\n]*")));
            ++read;
            for (const auto& [forbidden, instead] : rules)
                for (auto found = forbidden.globalMatch(code); found.hasNext();) {
                    const qsizetype at = found.next().capturedStart();
                    const QString before = code.left(at);
                    const qsizetype lineBegin = before.lastIndexOf(QLatin1Char('\n')) + 1;
                    const QString place =
                        path + QLatin1Char(' ') + code.mid(lineBegin).section(QLatin1Char('\n'), 0, 0);
                    if (std::ranges::none_of(ours, [&](const QString& known) { return place.contains(known); }))
                        wrong << QStringLiteral("%1:%2: %3")
                                     .arg(path)
                                     .arg(before.count(QLatin1Char('\n')) + 1)
                                     .arg(QLatin1String(instead));
                }
        }
        QVERIFY(read > 50);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }
};

QTEST_MAIN(TestInertText)
#include "tst_inert_text.moc"

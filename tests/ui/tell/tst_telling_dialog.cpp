// SPDX-License-Identifier: GPL-3.0-or-later
// The page where telling is switched on: all channels off at first, what leaves is said beside each, a wrong entry says
// so where it was made, and a test is a test.
#include "app/errors.h"
#include "resources/resources.h"
#include "ui/style.h"
#include "ui/tell/channel_words.h"
#include "ui/tell/telling_dialog.h"
#include "ui/translation.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QScrollArea>
#include <QSpinBox>
#include <QTextLayout>
#include <QWheelEvent>
#include <QtTest>

using namespace kpwatch;
using namespace Qt::StringLiterals;

namespace {

struct Kept {
    int times = 0, trials = 0;
    TellingChoice choice;
    ChannelKind tried{};
    Channels triedChannels;
    Secrets triedSecrets;
    ChannelStatus trial{};
};

TellingDialogOptions options(Kept& kept) {
    TellingDialogOptions made;
    made.tryHere = [] {};
    made.tryOne = [&kept](ChannelKind kind, const Channels& channels, const Secrets& secrets) {
        ++kept.trials;
        kept.tried = kind;
        kept.triedChannels = channels;
        kept.triedSecrets = secrets;
    };
    made.trialOf = [&kept](ChannelKind kind) { return kept.trial.kind == kind ? kept.trial : ChannelStatus{}; };
    made.statuses = [] { return std::vector<ChannelStatus>{}; };
    made.keep = [&kept](const TellingChoice& choice) {
        ++kept.times;
        kept.choice = choice;
    };
    return made;
}

template <typename Widget>
Widget& the(const QWidget& dialog, const QString& name) {
    auto* const found = dialog.findChild<Widget*>(name);
    if (found == nullptr)
        qFatal("no %s", qPrintable(name));
    return *found;
}

QString allText(const QWidget& widget) {
    QStringList all;
    for (const QLabel* const label : widget.findChildren<QLabel*>())
        all << label->text();
    return all.join(u'\n');
}

} // namespace

class TestTellingDialog : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        installFonts();
        initResources();
        QApplication::setStyle(new Style(true));
    }

    void allChannelsAreOffAndEachSaysWhatLeaves() {
        Kept kept;
        TellingDialog dialog(options(kept));
        for (const ChannelKind kind : channelKinds) {
            QVERIFY(!the<QCheckBox>(dialog, QLatin1String(nameOf(kind))).isChecked());
            QVERIFY(allText(dialog).contains(whatLeaves(kind)));
        }
        QVERIFY(allText(dialog).contains(u"No keychain was found"_s));
        dialog.accept();
        QCOMPARE(kept.times, 1);
        QVERIFY(!anyOn(kept.choice.channels));
        QCOMPARE(kept.trials, 0);
    }

    void nothingIsCutByLargeText_data() {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("Korean") << u"ko"_s;
    }
    void nothingIsCutByLargeText() {
        QFETCH(const QString, language);
        const QFont before = QApplication::font();
        setTextScale(2);
        speak(language);
        QApplication::setFont(kpwatch::font(13));
        const auto back = qScopeGuard([&before] {
            QApplication::setFont(before);
            speak(u"en"_s);
            setTextScale(1);
        });
        Kept kept;
        TellingDialog dialog(options(kept));
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QVERIFY(dialog.width() <= 960);
        const auto& scroll = the<QScrollArea>(dialog, {});
        for (const QWidget* const part : scroll.widget()->findChildren<QWidget*>()) {
            const int right = part->mapTo(scroll.widget(), QPoint(part->width(), 0)).x();
            QVERIFY2(
                part->isHidden() || right <= scroll.viewport()->width(),
                qPrintable(part->objectName() + u" "_s + QString::number(right) + part->property("text").toString()));
        }
        for (const QAbstractButton* const button : scroll.widget()->findChildren<QAbstractButton*>())
            QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
        for (const QSpinBox* const number : scroll.widget()->findChildren<QSpinBox*>()) {
            QTextLayout text(number->text(), number->font());
            text.beginLayout();
            QTextLine line = text.createLine();
            line.setLineWidth(number->width());
            const qreal high = line.height();
            text.endLayout();
            QVERIFY2(number->height() >= high + 8, qPrintable(number->text())); // and its frame
        }
        for (const QComboBox* const choice : scroll.widget()->findChildren<QComboBox*>())
            QVERIFY2(choice->width() >= choice->sizeHint().width(), qPrintable(choice->accessibleName()));
    }

    void wrongEntryIsSaidWhereItWasMade() {
        Kept kept;
        TellingDialog dialog(options(kept));
        dialog.show();
        the<QCheckBox>(dialog, u"slack"_s).setChecked(true);
        the<QLineEdit>(dialog, u"slack-address"_s).setText(u"http://hooks.slack.com/services/T"_s);
        dialog.accept();
        QCOMPARE(kept.times, 0);
        QVERIFY(dialog.isVisible());
        const auto& wrong = the<QLabel>(dialog, u"slack-wrong"_s);
        QVERIFY(wrong.isVisible());
        QVERIFY(wrong.text().contains(u"https://"_s));
        QCOMPARE(dialog.focusWidget(), static_cast<QWidget*>(&the<QLineEdit>(dialog, u"slack-address"_s)));
        QCOMPARE(dialog.focusWidget()->accessibleDescription(), wrong.text());
        the<QLineEdit>(dialog, u"slack-address"_s).setText(u"https://hooks.slack.com/services/T"_s);
        QVERIFY(!wrong.isVisible()); // as soon as it is right
        QVERIFY(!dialog.focusWidget()->accessibleDescription().contains(u"https://"_s));
        dialog.accept();
        QCOMPARE(kept.times, 1);
    }

    void whatIsOffMayBeHalfFilledIn() {
        Kept kept;
        TellingDialog dialog(options(kept));
        the<QLineEdit>(dialog, u"mail-to"_s).setText(u"somebody"_s);
        dialog.accept();
        QCOMPARE(kept.times, 1);
    }

    // Who scrolls the page past a field.
    void theWheelChangesNothing() {
        Kept kept;
        TellingDialog dialog(options(kept));
        the<QCheckBox>(dialog, u"mail"_s).setChecked(true);
        dialog.show();
        auto& minutes = the<QSpinBox>(dialog, u"hold-down"_s);
        auto& least = the<QComboBox>(dialog, u"mail-least"_s);
        minutes.setValue(10);
        least.setCurrentIndex(1);
        for (QWidget* const field : std::initializer_list<QWidget*>{&minutes, &least}) {
            const QPointF middle = field->rect().center();
            QWheelEvent down(middle, field->mapToGlobal(middle), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                             Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(field, &down);
        }
        QCOMPARE(minutes.value(), 10);
        QCOMPARE(least.currentIndex(), 1);
    }

    void whatIsChosenIsKept() {
        Kept kept;
        TellingDialog dialog(options(kept));
        the<QCheckBox>(dialog, u"here"_s).setChecked(false);
        the<QCheckBox>(dialog, u"quiet"_s).setChecked(true);
        the<QSpinBox>(dialog, u"hold-down"_s).setValue(30);
        the<QCheckBox>(dialog, u"mail"_s).setChecked(true);
        the<QLineEdit>(dialog, u"mail-to"_s).setText(u" night@paper.example; editor@paper.example "_s);
        the<QLineEdit>(dialog, u"mail-from"_s).setText(u"desk@paper.example"_s);
        the<QLineEdit>(dialog, u"mail-server"_s).setText(u"smtp.paper.example"_s);
        the<QComboBox>(dialog, u"mail-safety"_s).setCurrentIndex(1);
        the<QComboBox>(dialog, u"mail-least"_s).setCurrentIndex(2);
        the<QLineEdit>(dialog, u"mail-user"_s).setText(u"desk"_s);
        the<QLineEdit>(dialog, u"mail-password"_s).setText(u"s3cret"_s);
        dialog.accept();
        QCOMPARE(kept.times, 1);
        const Channels& channels = kept.choice.channels;
        QVERIFY(!kept.choice.here);
        QVERIFY((channels.quiet == QuietHours{22 * 60 + 30, 7 * 60}));
        QCOMPARE(channels.holdDown_min, 30);
        QVERIFY(channels.mail.on && channels.mail.least == Gravity::CannotWait);
        QVERIFY((channels.mailTo == std::vector<std::string>{"night@paper.example", "editor@paper.example"}));
        QCOMPARE(channels.mailPort, 587); // of what was chosen
        QCOMPARE(kept.choice.secrets.at(SecretKind::MailPassword), std::string("s3cret"));
    }

    void secretsAreNotShown() {
        Kept kept;
        TellingDialogOptions given = options(kept);
        given.choice.secrets[SecretKind::SlackAddress] = "https://hooks.slack.com/services/s3cret";
        const TellingDialog dialog(given);
        for (const SecretKind kind : secretKinds)
            QCOMPARE(the<QLineEdit>(dialog, QLatin1String(nameOf(kind))).echoMode(), QLineEdit::Password);
        QVERIFY(!allText(dialog).contains(u"s3cret"_s));
    }

    void testIsSentByWhatIsEnteredAndSaysWhatCameOfIt() {
        Kept kept;
        TellingDialog dialog(options(kept));
        dialog.show();
        auto& trial = the<QPushButton>(dialog, u"ntfy-trial"_s);
        trial.click(); // without a topic
        QCOMPARE(kept.trials, 0);
        QVERIFY(the<QLabel>(dialog, u"ntfy-wrong"_s).isVisible());
        the<QLineEdit>(dialog, u"ntfy-topic"_s).setText(u"a-topic-nobody-guesses"_s);
        kept.trial = {.kind = ChannelKind::Ntfy};
        kept.trial.trouble = {Undelivered::CertificateInvalid};
        kept.trial.troubleSince = utcNow();
        trial.click();
        QCOMPARE(kept.trials, 1);
        QVERIFY(kept.tried == ChannelKind::Ntfy);
        QCOMPARE(kept.triedSecrets.at(SecretKind::NtfyTopic), std::string("a-topic-nobody-guesses"));
        QVERIFY(!kept.triedChannels.ntfy.on); // it need not be on to be tried
        QVERIFY(the<QLabel>(dialog, u"ntfy-state"_s).text().contains(u"certificate does not hold"_s));
        QCOMPARE(kept.times, 0);
    }

    void troubleWithTheDiskIsSaidAndThePageStays() {
        Kept kept;
        TellingDialogOptions given = options(kept);
        given.keep = [](const TellingChoice&) { throw StorageError("telling.json could not be written: make room."); };
        TellingDialog dialog(given);
        dialog.show();
        dialog.accept();
        QVERIFY(dialog.isVisible());
        QVERIFY(the<QLabel>(dialog, u"said"_s).text().contains(u"make room"_s));
    }

    void everyFieldHasANameAndIsReachedByTab() {
        Kept kept;
        TellingDialog dialog(options(kept));
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QSet<QWidget*> reached;
        for (int i = 0; i < 100; ++i) {
            if (dialog.focusWidget() != nullptr)
                reached.insert(dialog.focusWidget());
            QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
        }
        for (QLineEdit* const edit : dialog.findChildren<QLineEdit*>()) {
            if (edit->objectName().startsWith(u"qt_"_s) || !edit->isEnabled())
                continue;
            QVERIFY2(reached.contains(edit), qPrintable(edit->objectName()));
            QVERIFY2(!edit->accessibleName().isEmpty(), qPrintable(edit->objectName()));
        }
        for (QPushButton* const button : dialog.findChildren<QPushButton*>())
            QVERIFY2(reached.contains(button), qPrintable(button->text()));
    }

    void whatWentWrongIsAlwaysSaidWithAWayOut() {
        for (int why = static_cast<int>(Undelivered::None) + 1; why <= static_cast<int>(Undelivered::Unusable); ++why)
            if (why != static_cast<int>(Undelivered::Stopped))
                QVERIFY(receiptClause({static_cast<Undelivered>(why), 0, {}}).size() > 20);
        for (int wrong = 1; wrong <= static_cast<int>(WrongEntry::TooManyRecipients); ++wrong)
            QVERIFY(!wrongEntry(static_cast<WrongEntry>(wrong)).isEmpty());
    }
};

QTEST_MAIN(TestTellingDialog)
#include "tst_telling_dialog.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Return presses the button that has the focus, and ends no dialog on the way.
#include "ui/live/controls.h"
#include "ui/live/switch.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QVBoxLayout>
#include <QtTest>

using namespace kpwatch;

class TestPressable : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { installFonts(); }

    // A ring of the colour of the button's own face would not be seen.
    void theFocusIsSeenOnEveryButton() {
        QWidget window;
        auto* column = new QVBoxLayout(&window);
        column->addWidget(new QPlainTextEdit);
        std::vector<Button*> ours;
        for (const ButtonKind kind : {ButtonKind::Plain, ButtonKind::Primary, ButtonKind::Segment, ButtonKind::Tab})
            column->addWidget(ours.emplace_back(new Button(QStringLiteral("Save"), kind)));
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        for (Button* const button : ours) {
            window.findChild<QPlainTextEdit*>()->setFocus();
            const QImage before = button->grab().toImage();
            button->setFocus();
            const QImage after = button->grab().toImage();
            int changed = 0; // in the row through the middle of the left edge
            for (int x = 0; x < 8; ++x)
                changed += std::abs(qGray(before.pixel(x, before.height() / 2)) -
                                    qGray(after.pixel(x, after.height() / 2))) > 60
                               ? 1
                               : 0;
            QVERIFY2(changed > 0, qPrintable(QString::number(static_cast<int>(button->kind()))));
        }
    }

    void returnPressesWhatHasTheFocusAndEndsNoDialog_data() {
        QTest::addColumn<int>("key");
        QTest::newRow("Return") << int(Qt::Key_Return);
        QTest::newRow("Enter") << int(Qt::Key_Enter);
        QTest::newRow("space") << int(Qt::Key_Space);
    }
    void returnPressesWhatHasTheFocusAndEndsNoDialog() {
        QFETCH(const int, key);
        QDialog dialog;
        auto* column = new QVBoxLayout(&dialog);
        const std::vector<QAbstractButton*> ours{new Button(QStringLiteral("a"), ButtonKind::Plain),
                                                 new Button(QStringLiteral("b"), ButtonKind::Segment),
                                                 new Switch(QStringLiteral("c")), new SideButton(QStringLiteral("d"))};
        for (QAbstractButton* const each : ours)
            column->addWidget(each);
        auto* ends = new QDialogButtonBox(QDialogButtonBox::Save);
        ends->button(QDialogButtonBox::Save)->setDefault(true);
        column->addWidget(ends);
        connect(ends, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        for (QAbstractButton* const each : ours) {
            QSignalSpy pressed(each, &QAbstractButton::clicked);
            each->setFocus();
            QTest::keyClick(each, static_cast<Qt::Key>(key));
            QCOMPARE(pressed.count(), 1);
            QVERIFY(dialog.isVisible());
        }
    }
};

QTEST_MAIN(TestPressable)
#include "tst_pressable.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The window stays alive while the record is worked on, says how far that is, and stops it when asked to.
#include "app/errors.h"
#include "ui/settings/work_dialog.h"

#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <atomic>

using namespace kpwatch;

class WorkDialogTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void itSaysHowFarItIsAndStopsWhenAskedTo() {
        std::atomic<bool> stopped = false;
        WorkDialog dialog(WorkDialog::moving("/media/other"),
                          [&](const std::stop_token& stop, const std::function<void(double)>& progress) {
                              progress(0.5);
                              while (!stop.stop_requested())
                                  QThread::msleep(1);
                              stopped = true;
                          });
        const QSignalSpy finished(&dialog, &QDialog::finished);
        dialog.show();
        auto* const bar = dialog.findChild<QProgressBar*>();
        QTRY_COMPARE(bar->value(), 500);
        QVERIFY(dialog.isVisible() && finished.isEmpty());
        auto* const stop = dialog.findChild<QPushButton*>();
        QTest::mouseClick(stop, Qt::LeftButton);
        QVERIFY(!stop->isEnabled());
        QTRY_COMPARE(finished.size(), 1); // once its thread has let go of the record
        QVERIFY(stopped);
        QVERIFY(dialog.trouble().empty());
    }

    void whatWentWrongIsHandedOn() {
        WorkDialog dialog(WorkDialog::moving("/media/other"),
                          [](const auto&, const auto&) { throw StorageError("/media/other is full"); });
        const QSignalSpy finished(&dialog, &QDialog::finished);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Rejected));
        QCOMPARE(dialog.trouble(), std::string("/media/other is full"));
    }
};

QTEST_MAIN(WorkDialogTest)
#include "tst_work_dialog.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app_icon.h"

#include <QApplication>
#include <QIcon>
#include <QTest>

using namespace kpwatch;

class AppIconTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aWindowHoldsTheSizesItIsShownIn() {
        installAppIcon();
        const QList<QSize> sizes = QApplication::windowIcon().availableSizes();
        QVERIFY(sizes.contains(QSize(16, 16)) && sizes.contains(QSize(128, 128)));
        for (const QSize& size : sizes)
            QVERIFY(size.width() <= 128);
        QCOMPARE(QGuiApplication::desktopFileName(), QStringLiteral("org.kpwatch.kpwatch"));
    }
};

QTEST_MAIN(AppIconTest)
#include "tst_app_icon.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// What a shape fits is said of every shape, both ways, and never as a proof, a cause or in words that are not used.
#include "app/story/incident_filter.h"
#include "app/words/fits.h"

#include <QTest>

using namespace kpwatch;

class TestFits : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void everyShapeFitsSomethingAndSomethingLess() {
        for (const Pattern pattern : allPatterns()) {
            const QString said = words::fits(pattern);
            if (pattern == Pattern::Unclear) {
                QVERIFY(said.isEmpty());
                continue;
            }
            QVERIFY2(said.startsWith(QStringLiteral("Fits ")) && said.contains(QStringLiteral("Fits less well ")),
                     qPrintable(said));
        }
    }

    void noneOfTheWords() {
        for (const Pattern pattern : allPatterns())
            for (const char* word : {"prove", "because", "caused", "offline", "dark", "blackout", "collapse", "attack",
                                     "cut off", "shut down", "restored", "internet", "deliberate"})
                QVERIFY2(!words::fits(pattern).contains(QLatin1String(word), Qt::CaseInsensitive), word);
    }
};

QTEST_GUILESS_MAIN(TestFits)
#include "tst_fits.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/manual/manual_window.h"

#include "app/words/language.h"
#include "resources/resources.h"
#include "ui/live/pressable.h"
#include "ui/live/window_size.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QPushButton>
#include <QRegularExpression>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace kpwatch {

namespace {

class Pages : public QTextBrowser {
  public:
    Pages(Settings settings, QWidget* parent) : QTextBrowser(parent), m_settings(std::move(settings)) {}

    QVariant loadResource(int type, const QUrl& name) override {
        const QVariant raw = QTextBrowser::loadResource(type, name);
        if (type != QTextDocument::HtmlResource)
            return raw;
        return withNumbersInForce(QString::fromUtf8(raw.toByteArray()), m_settings);
    }

  private:
    Settings m_settings;
};

} // namespace

QString withNumbersInForce(const QString& html, const Settings& settings) {
    static const QRegularExpression number(QStringLiteral("[0-9.]+<!-- ([a-z0-9_]+) -->"));
    const QJsonObject inForce = QJsonDocument::fromJson(QByteArray::fromStdString(settingsJson(settings))).object();
    QString page;
    qsizetype done = 0;
    for (const QRegularExpressionMatch& each : number.globalMatch(html)) {
        const QJsonValue value = inForce[each.captured(1)];
        page += QStringView(html).mid(done, each.capturedStart() - done);
        page += value.isDouble() ? QString::number(value.toDouble()) : each.captured();
        done = each.capturedEnd();
    }
    return page.append(QStringView(html).mid(done));
}

ManualWindow::ManualWindow(const Settings& settings, QWidget* parent) : QDialog(parent) {
    initResources();
    setWindowTitle(tr("Manual"));
    auto* pages = new Pages(settings, this);
    pages->setAccessibleName(tr("Manual"));
    pages->setFrameShape(QFrame::NoFrame);
    pages->document()->setDocumentMargin(20);
    pages->setSearchPaths({QStringLiteral(":/manual")});
    const bool korean = words::language().language() == QLocale::Korean;
    pages->setSource(
        QUrl(korean ? QStringLiteral("qrc:/manual/index.ko.html") : QStringLiteral("qrc:/manual/index.html")));
    auto* back = new SideButton(tr("Back"), this);
    back->setShortcut(QKeySequence::Back);
    back->setEnabled(false);
    connect(pages, &QTextBrowser::backwardAvailable, back, &QPushButton::setEnabled);
    connect(back, &QPushButton::clicked, pages, &QTextBrowser::backward);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(12, 10, 12, 10);
    bar->addWidget(back);
    bar->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(pages);
    resizeWithText(*this, {860, 720}); // its pictures are 720 wide
    pages->setFocus();
}

} // namespace kpwatch

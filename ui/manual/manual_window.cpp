// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/manual/manual_window.h"

#include "app/words/language.h"
#include "resources/resources.h"
#include "ui/live/pressable.h"
#include "ui/live/window_size.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QShortcut>
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

// To the next place on this page, from the top again after the last; a word that is being typed is looked for where it
// began.
void findOnPage(QTextBrowser& pages, const QString& text, bool typed) {
    QTextCursor from = pages.textCursor();
    if (typed) {
        from.setPosition(from.selectionStart());
        pages.setTextCursor(from);
    }
    if (text.isEmpty() || pages.find(text))
        return;
    pages.moveCursor(QTextCursor::Start);
    pages.find(text);
}

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
    bar->addWidget(makeSearch(*pages));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(pages);
    resizeWithText(*this, {860, 720}); // its pictures are 720 wide
    pages->setFocus();
}

QLineEdit* ManualWindow::makeSearch(QTextBrowser& pages) {
    auto* search = new QLineEdit(this);
    search->setPlaceholderText(tr("Find on this page"));
    search->setAccessibleName(search->placeholderText());
    search->setClearButtonEnabled(true);
    connect(search, &QLineEdit::textEdited, &pages, [&pages](const QString& text) { findOnPage(pages, text, true); });
    connect(search, &QLineEdit::returnPressed, &pages, [&pages, search] { findOnPage(pages, search->text(), false); });
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, search, [search] {
        search->setFocus(Qt::ShortcutFocusReason);
        search->selectAll();
    });
    return search;
}

} // namespace kpwatch

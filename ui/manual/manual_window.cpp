// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/manual/manual_window.h"

#include "app/words/language.h"
#include "resources/resources.h"
#include "ui/live/controls.h"
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
// began. False, and the page stays where it is, if it stands nowhere.
bool findOnPage(QTextBrowser& pages, const QString& text, bool typed) {
    QTextCursor from = pages.textCursor();
    if (typed) {
        from.setPosition(from.selectionStart());
        pages.setTextCursor(from);
    }
    if (text.isEmpty() || pages.find(text))
        return true;
    const QTextCursor stood = pages.textCursor();
    pages.moveCursor(QTextCursor::Start);
    if (pages.find(text))
        return true;
    pages.setTextCursor(stood);
    return false;
}

// In words, by the line around the field, and for who hears it as what is said of the field.
void showFound(QLineEdit& search, TextLabel& words, bool found) {
    const QString said = found ? QString() : ManualWindow::tr("Nothing found");
    words.setText(said);
    search.setAccessibleDescription(said);
    QPalette marked; // as the window's, but for what is set
    if (!found)
        for (const QPalette::ColorRole line : {QPalette::Dark, QPalette::Highlight}) // without the focus, and with it
            marked.setColor(line, inkColour(Ink::Degraded, themeInForce()));
    search.setPalette(marked);
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
    bar->setSpacing(8);
    bar->addWidget(back);
    bar->addStretch();
    addSearch(*bar, *pages);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(pages);
    resizeWithText(*this, {860, 720}); // its pictures are 720 wide
    pages->setFocus();
}

void ManualWindow::addSearch(QBoxLayout& bar, QTextBrowser& pages) {
    auto* words = new TextLabel(13, 400, Ink::Degraded, this);
    words->setObjectName(QStringLiteral("found"));
    auto* search = new QLineEdit(this);
    search->setPlaceholderText(tr("Find on this page"));
    search->setAccessibleName(search->placeholderText());
    search->setClearButtonEnabled(true);
    const auto look = [&pages, search, words](bool typed) {
        showFound(*search, *words, findOnPage(pages, search->text(), typed));
    };
    connect(search, &QLineEdit::textEdited, &pages, [look] { look(true); });
    connect(search, &QLineEdit::returnPressed, &pages, [look] { look(false); });
    connect(&pages, &QTextBrowser::sourceChanged, search, [search, words] { showFound(*search, *words, true); });
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, search, [search] {
        search->setFocus(Qt::ShortcutFocusReason);
        search->selectAll();
    });
    bar.addWidget(words);
    bar.addWidget(search);
}

} // namespace kpwatch

// SPDX-License-Identifier: GPL-3.0-or-later
// The window and how it looks: theme, contrast, motion, text size, language.
#include "ui/main_window.h"

#include "ui/app_look.h"
#include "ui/live/banner.h"
#include "ui/live/live_page.h"
#include "ui/live/top_bar.h"
#include "ui/theme.h"

#include <QActionGroup>
#include <QApplication>
#include <QMenu>
#include <QResizeEvent>

namespace kpwatch {

namespace {

constexpr const char* textSizeNoted = "kpwatch-text-size";

} // namespace

void MainWindow::setLook(const Look& look) {
    noteTextSizes(); // before a style or its sheet is another
    wearLook(look);
    setTextSize(look.textPercent);
    const QString language = m_look.language;
    m_look = look;
    m_look.language = language;
}

// Of what has a size of its own, that at 100 %: a style sheet that is set anew gives each the font it was made with.
void MainWindow::noteTextSizes() {
    for (QWidget* widget : findChildren<QWidget*>()) {
        const int size = widget->font().pixelSize();
        const QVariant noted = widget->property(textSizeNoted);
        const bool still = noted.isValid() && qRound(noted.toReal() * textScale()) == size;
        if (!still && widget->testAttribute(Qt::WA_SetFont) && size > 0)
            widget->setProperty(textSizeNoted, size / textScale());
    }
}

void MainWindow::setTextSize(int percent) {
    setTextScale(percent / 100.0);
    QApplication::setFont(kpwatch::font(13));
    for (QWidget* widget : findChildren<QWidget*>()) {
        widget->updateGeometry();
        const QVariant noted = widget->property(textSizeNoted);
        if (!noted.isValid())
            continue;
        QFont face = widget->font();
        face.setPixelSize(qRound(noted.toReal() * textScale()));
        widget->setFont(face);
    }
    if (m_page == nullptr)
        return; // the window is being made
    // Who measures in text looks again at how wide it is.
    for (QWidget* part :
         {static_cast<QWidget*>(m_top), static_cast<QWidget*>(m_banner), static_cast<QWidget*>(m_page)}) {
        QResizeEvent unchanged(part->size(), part->size());
        QApplication::sendEvent(part, &unchanged);
    }
}

// What is chosen is what changes nothing.
void MainWindow::chooseOne(QMenu& into, const QString& title,
                           const std::vector<std::pair<QString, LookChange>>& choices) {
    QMenu* const menu = into.addMenu(title);
    auto* const group = new QActionGroup(this);
    for (const auto& [text, change] : choices) {
        QAction& made = action(*menu, text, {}, [this, change = change] {
            Look look = m_look;
            change(look);
            setLook(look);
            if (look.language != m_look.language) {
                m_look.language = look.language;
                m_options.choosing.renew();
            }
        });
        made.setCheckable(true);
        group->addAction(&made);
        connect(menu, &QMenu::aboutToShow, &made, [this, &made, change = change] {
            Look look = m_look;
            change(look);
            made.setChecked(look == m_look);
        });
    }
}

void MainWindow::makeLookActions(QMenu& menu) {
    const auto theme = [](ThemeChoice chosen) { return [chosen](Look& look) { look.theme = chosen; }; };
    chooseOne(menu, tr("Th&eme"),
              {{tr("&System"), theme(ThemeChoice::System)},
               {tr("&Light"), theme(ThemeChoice::Light)},
               {tr("&Dark"), theme(ThemeChoice::Dark)}});
    const auto wish = [](Wish Look::*which, Wish chosen) { return [=](Look& look) { look.*which = chosen; }; };
    chooseOne(menu, tr("&Contrast"),
              {{tr("&As the desktop"), wish(&Look::contrast, Wish::AsDesktop)},
               {tr("&Higher"), wish(&Look::contrast, Wish::Yes)},
               {tr("&Usual"), wish(&Look::contrast, Wish::No)}});
    chooseOne(menu, tr("&Motion"),
              {{tr("&As the desktop"), wish(&Look::stillness, Wish::AsDesktop)},
               {tr("&None"), wish(&Look::stillness, Wish::Yes)},
               {tr("&Usual"), wish(&Look::stillness, Wish::No)}});
    std::vector<std::pair<QString, LookChange>> sizes;
    for (const int percent : {100, 125, 150, 175, 200})
        sizes.emplace_back(tr("%1 %").arg(percent), [percent](Look& look) { look.textPercent = percent; });
    chooseOne(menu, tr("Te&xt size"), sizes);
    if (!m_options.choosing.renew)
        return;
    const auto language = [](const char* code) { return [code](Look& look) { look.language = QLatin1String(code); }; };
    chooseOne(menu, tr("Lan&guage"),
              {{tr("&As the desktop"), language("")},
               {QStringLiteral("&English"), language("en")},
               {QStringLiteral("&한국어"), language("ko")}});
}

} // namespace kpwatch

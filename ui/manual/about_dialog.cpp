// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/manual/about_dialog.h"

#include "app/words/sources.h"
#include "ui/live/controls.h"
#include "ui/live/window_size.h"
#include "ui/manual/works.h"

#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace kpwatch {

namespace {

QString aboutText() {
    QStringList lines;
    lines << AboutDialog::tr("Stands on the work of others, in the versions that run here:");
    for (const Work& work : works())
        lines << QStringLiteral("· %1 (%2)").arg((work.name + QLatin1Char(' ') + work.version).trimmed(), work.licence);
    lines << QString() << AboutDialog::tr("Public sources, asked only where you switched them on:");
    for (const char* const source : {"ripe-ris", "routeviews", globalpingSource, iodaSource, atlasSource, radarSource})
        lines << QStringLiteral("· ") + words::attribution(source);
    return lines.join(QLatin1Char('\n'));
}

} // namespace

AboutDialog::AboutDialog(QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("About KPWatch"));
    resizeWithText(*this, {560, 520});
    auto* layout = new QVBoxLayout(this);
    auto* name = new TextLabel(20, 600, Ink::Text, this);
    name->setText(QStringLiteral("KPWatch " KPWATCH_VERSION));
    layout->addWidget(name);
    auto* what = new TextLabel(13, 400, Ink::Text, this);
    what->setText(tr("Do North Korea's public sites answer, since when, and is the fault theirs, mine, or in between? "
                     "Free software under the GNU General Public License, version 3 or later; without any warranty."));
    what->setWordWrap(true);
    layout->addWidget(what);
    auto* text = new QPlainTextEdit(aboutText(), this);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setAccessibleName(tr("Versions, licences, and sources"));
    layout->addWidget(text, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &AboutDialog::reject);
    layout->addWidget(buttons);
    text->setFocus();
}

} // namespace kpwatch

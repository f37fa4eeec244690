// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/export_dialog.h"

#include "app/errors.h"
#include "app/words/words.h"
#include "ui/export/chart_preview.h"
#include "ui/export/composer_form.h"
#include "ui/export/save_file.h"
#include "ui/live/controls.h"
#include "ui/live/trouble_words.h"
#include "ui/live/window_size.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMimeData>
#include <QScrollArea>
#include <QScrollBar>
#include <QStandardPaths>

#include <algorithm>

namespace kpwatch {

static bool isTable(ChartFormat format) { return format == ChartFormat::Csv || format == ChartFormat::Datawrapper; }

// Of an incident that no site took part in there is nothing to be seen without what carries them.
static ChartStyle fitting(const ChartSource& source, ChartStyle style) {
    const auto silentSite = [](const Lane& lane) {
        return lane.kind == LaneKind::Site &&
               std::ranges::find(lane.spans, Verdict::Down, &Span::verdict) != lane.spans.end();
    };
    if (!source.incident.empty() && std::ranges::none_of(source.timeline.lanes, silentSite))
        style.carriers = true;
    return style;
}

ExportDialog::ExportDialog(ChartSource source, Settings settings, const ChartStyle& style, QWidget* parent)
    : QDialog(parent), m_source(std::move(source)), m_settings(std::move(settings)), m_style(style),
      m_preview(new ChartPreview(this)), m_form(new ComposerForm(m_source, fitting(m_source, style))),
      m_size(new TextLabel(12, 400, Ink::Text2, this)), m_note(new TextLabel(12, 400, Ink::Text3, this)) {
    setWindowTitle(tr("Export chart"));
    auto* left = new QVBoxLayout;
    left->setContentsMargins(32, 24, 32, 24);
    auto* caption = new TextLabel(13, 600, Ink::Text2, this);
    caption->setText(m_source.timeline.simulated ? tr("Preview · SIMULATED") : tr("Preview"));
    m_size->setWordWrap(true);
    m_size->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* above = new QHBoxLayout;
    above->addWidget(caption, 1);
    above->addWidget(m_size, 1);
    m_note->setWordWrap(true);
    left->addLayout(above);
    left->addWidget(m_preview, 1);
    left->addWidget(m_note);
    left->addLayout(makeCopies());
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addLayout(left, 1);
    row->addWidget(makeSide());
    connect(m_form, &ComposerForm::changed, this, &ExportDialog::follow);
    connect(m_form, &ComposerForm::logoWanted, this, &ExportDialog::askForLogo);
    connect(m_preview, &ChartPreview::scaled, this, &ExportDialog::describe);
    follow();
    resizeWithText(*this, {1240, 800});
    m_form->focusHeadline();
}

QWidget* ExportDialog::makeSide() {
    auto* side = new QWidget(this);
    constexpr int usualWidth = 348, margin = 24;
    side->setBackgroundRole(QPalette::Base);
    side->setAutoFillBackground(true);
    auto* scroll = new QScrollArea(side);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_form);
    scroll->setFocusPolicy(Qt::NoFocus); // it follows the focus within
    scroll->setAccessibleName(tr("What may be chosen"));
    m_outcome = new TextLabel(12, 600, Ink::Text, side);
    m_outcome->setWordWrap(true);
    m_outcome->hide();
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 20);
    column->setSpacing(6);
    column->addWidget(scroll, 1);
    auto* below = new QVBoxLayout;
    below->setContentsMargins(margin, 0, margin, 0);
    below->addWidget(m_outcome);
    QLayout* const ends = makeEnds();
    below->addLayout(ends);
    column->addLayout(below);
    const int form = m_form->minimumSizeHint().width() + scroll->verticalScrollBar()->sizeHint().width();
    side->setFixedWidth(std::max({usualWidth, ends->sizeHint().width() + 2 * margin, form})); // large text wants more
    return side;
}

QLayout* ExportDialog::makeCopies() {
    auto* copy = new Button(tr("Copy image"), ButtonKind::Plain, this);
    auto* copyAlt = new Button(tr("Copy alt text"), ButtonKind::Plain, this);
    auto* copies = new QHBoxLayout;
    copies->setSpacing(8);
    copies->addWidget(copy);
    copies->addWidget(copyAlt);
    copies->addStretch();
    connect(copyAlt, &QAbstractButton::clicked, this, &ExportDialog::copyAltText);
    connect(copy, &QAbstractButton::clicked, this, &ExportDialog::copyImage);
    return copies;
}

QLayout* ExportDialog::makeEnds() {
    auto* close = new Button(tr("Close"), ButtonKind::Plain, this);
    auto* saveButton = new Button(tr("Save…"), ButtonKind::Primary, this);
    auto* ends = new QHBoxLayout;
    ends->addStretch();
    ends->addWidget(close);
    ends->addWidget(saveButton);
    connect(close, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(saveButton, &QAbstractButton::clicked, this, &ExportDialog::askWhere);
    return ends;
}

const ChartStyle& ExportDialog::chartStyle() const { return m_style; }

void ExportDialog::follow() {
    const QString folder = m_style.folder;
    m_style = m_form->chartStyle();
    m_style.folder = folder;
    const ChartKind kind = m_form->kind();
    ChartFacts& facts = m_chart.facts;
    m_chart.timeline = m_source.drawn(kind);
    m_chart.style = m_style;
    m_chart.incident = m_source.incident;
    m_chart.target = m_source.response ? m_source.response->target : std::string();
    m_chart.vantage = m_style.place.toStdString();
    facts.settings = m_settings;
    facts.asOf = m_source.timeline.now;
    facts.newsroom = words::cleaned(m_style.newsroom.toStdString());
    facts.place = words::cleaned(m_style.place.toStdString());
    facts.carriers = m_style.carriers;
    facts.totals = m_style.totals;
    facts.routes = m_style.routes;
    m_source.fill(facts, kind);
    if (m_logoFile != m_style.logo) {
        m_logoFile = m_style.logo;
        facts.logo = {};
        try {
            if (!m_logoFile.isEmpty())
                facts.logo = readLogo(m_logoFile);
        } catch (const InputError& error) {
            say(troubleWords(error.what()), false);
        }
    }
    const auto cleaned = [](const QString& text) { return words::cleaned(text.toStdString(), longestChartText); };
    facts.headline = cleaned(m_form->headline());
    facts.standfirst = cleaned(m_form->standfirst());
    facts.alt = words::cleaned(m_form->alt().toStdString(), 8 * static_cast<int>(longestChartText));
    ChartFacts suggested = facts;
    suggested.alt.clear();
    m_form->suggest(suggestedHeadline(m_chart.timeline, facts), suggestedStandfirst(m_chart.timeline, facts),
                    altText(m_chart.timeline, suggested));
    m_preview->setEye(m_form->eye());
    m_preview->setChart(m_chart);
    describe();
    explain();
}

void ExportDialog::describe() {
    const QSize pixels = m_chart.preset().pixels(m_style.format == ChartFormat::Png ? m_style.scale : 1);
    const QString format = QString(QLatin1String(nameOf(m_style.format).word)).toUpper();
    m_size->setText(isTable(m_style.format) ? tr("CSV, with the spans of this chart")
                                            : tr("%1, %2 × %3 px · %4 %")
                                                  .arg(format)
                                                  .arg(pixels.width())
                                                  .arg(pixels.height())
                                                  .arg(m_preview->percent()));
}

void ExportDialog::explain() {
    m_note->setText(isTable(m_style.format)
                        ? tr("The file is a table of what you see. A text beside it says how it was made.")
                        : tr("The preview is the file: what you see is drawn by the same code."));
}

void ExportDialog::say(const QString& outcome, bool good) {
    m_outcome->setInk(good ? Ink::Text : Ink::Down);
    m_outcome->setText(outcome);
    m_outcome->show();
}

QString ExportDialog::suggestedFileName() const { return chartFileName(m_chart); }

void ExportDialog::askWhere() {
    const QString ending = QLatin1String(nameOf(m_style.format).ending);
    QString folder = m_style.folder;
    if (folder.isEmpty() || !QFileInfo(folder).isDir())
        folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    if (!QFileInfo(folder).isDir()) // not every desktop has one
        folder = QDir::homePath();
    QString file = QFileDialog::getSaveFileName(this, tr("Save the chart"), QDir(folder).filePath(suggestedFileName()),
                                                tr("%1 file (*%2)").arg(ending.mid(1).toUpper(), ending));
    if (file.isEmpty())
        return;
    if (!file.endsWith(ending, Qt::CaseInsensitive)) {
        file += ending; // the system asked about another name
        if (QFileInfo::exists(file)) {
            say(tr("%1 is there already. Choose another name.").arg(QDir::toNativeSeparators(file)), false);
            return;
        }
    }
    save(file);
}

void ExportDialog::askForLogo() {
    const QString file =
        QFileDialog::getOpenFileName(this, tr("Logo"), {}, tr("Pictures (*.png *.jpg *.jpeg *.webp *.gif)"));
    if (!file.isEmpty())
        m_form->setLogo(file);
}

bool ExportDialog::save(const QString& file) {
    const QString place = QDir::toNativeSeparators(file);
    const QString beside = isTable(m_style.format) ? sideFileOf(file) : QString();
    try {
        if (!beside.isEmpty() && QFileInfo::exists(beside) && !QFileInfo::exists(file))
            throw InputError(beside.toStdString() + " is there already: choose another name");
        saveWhole(file, chartBytes(m_chart));
        if (!beside.isEmpty())
            saveWhole(beside, sideText(m_chart));
    } catch (const InputError& error) {
        say(troubleWords(error.what()), false);
        return false;
    }
    m_style.folder = QFileInfo(file).absolutePath();
    if (beside.isEmpty()) { // with the picture goes what it says, for who cannot see it
        QGuiApplication::clipboard()->setText(altText(m_chart.timeline, m_chart.facts));
        say(tr("Saved: %1\nIts alt text is on the clipboard.").arg(place));
    } else {
        say(tr("Saved: %1\nHow it was made stands beside it, in %2.").arg(place, QFileInfo(beside).fileName()));
    }
    Q_EMIT saved(file, chartExport(m_chart));
    return true;
}

void ExportDialog::copyImage() {
    auto* copied = new QMimeData; // the clipboard takes it over
    copied->setImageData(chartImage(m_chart.preset(), m_chart.timeline, m_chart.facts, m_chart.theme(), m_style.scale));
    copied->setText(altText(m_chart.timeline, m_chart.facts));
    QGuiApplication::clipboard()->setMimeData(copied);
    say(tr("The picture and its alt text are on the clipboard."));
}

void ExportDialog::copyAltText() {
    QGuiApplication::clipboard()->setText(altText(m_chart.timeline, m_chart.facts));
    say(tr("The alt text is on the clipboard."));
}

} // namespace kpwatch

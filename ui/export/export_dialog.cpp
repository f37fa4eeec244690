// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/export_dialog.h"

#include "app/words/words.h"
#include "ui/live/controls.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QImageWriter>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

namespace kpwatch {

ChartPreview::ChartPreview(const Timeline& timeline, const ChartFacts& facts, const ChartStyle& style, QWidget* parent)
    : QWidget(parent), m_timeline(timeline), m_facts(facts), m_style(style) {
    setMinimumSize(480, 270);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setFacts(facts);
}

void ChartPreview::setFacts(const ChartFacts& facts) {
    m_facts = facts;
    setAccessibleName(description());
    update();
}

void ChartPreview::setChartStyle(const ChartStyle& style) {
    m_style = style;
    update();
    Q_EMIT scaled();
}

const ChartPreset& ChartPreview::preset() const {
    const ChartPreset* const chosen = ChartPreset::named(m_style.preset);
    return chosen == nullptr ? ChartPreset::article() : *chosen;
}

const Theme& ChartPreview::theme() const { return m_style.dark ? Theme::printNight() : Theme::print(); }

QImage ChartPreview::image() const { return chartImage(preset(), m_timeline, m_facts, theme()); }

qreal ChartPreview::scale() const {
    const QSizeF full = preset().size;
    return std::min((width() - 2) / full.width(), (height() - 2) / full.height());
}

int ChartPreview::percent() const { return qRound(100 * scale()); }

void ChartPreview::resizeEvent(QResizeEvent*) { Q_EMIT scaled(); }

void ChartPreview::paintEvent(QPaintEvent*) {
    const QSizeF size = preset().size * scale();
    const QRectF frame(QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.save();
    painter.translate(frame.topLeft());
    painter.scale(scale(), scale());
    painter.setClipRect(QRectF(QPointF(0, 0), preset().size));
    paintChart(painter, preset(), m_timeline, m_facts, theme());
    painter.restore();
    painter.setPen(themeInForce().border);
    painter.drawRect(frame.adjusted(-0.5, -0.5, 0.5, 0.5));
}

static ChartFacts suggestedFacts(const Timeline& timeline, const Settings& settings) {
    ChartFacts facts;
    facts.settings = settings;
    facts.asOf = timeline.now;
    facts.headline = suggestedHeadline(timeline, facts);
    facts.standfirst = suggestedStandfirst(timeline, facts);
    return facts;
}

ExportDialog::ExportDialog(const Timeline& timeline, const Settings& settings, const ChartStyle& style, QWidget* parent)
    : QDialog(parent), m_facts(suggestedFacts(timeline, settings)), m_style(style),
      m_preview(new ChartPreview(timeline, m_facts, style, this)), m_size(new TextLabel(12, 400, Ink::Text2, this)) {
    setWindowTitle(tr("Export chart"));
    auto* left = new QVBoxLayout;
    left->setContentsMargins(32, 24, 32, 24);
    auto* caption = new TextLabel(13, 600, Ink::Text2, this);
    caption->setText(timeline.simulated ? tr("Preview · SIMULATED") : tr("Preview"));
    m_size->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* above = new QHBoxLayout;
    above->addWidget(caption, 1);
    above->addWidget(m_size, 1);
    auto* note = new TextLabel(12, 400, Ink::Text3, this);
    note->setText(tr("The preview is the file: what you see is drawn by the same code."));
    left->addLayout(above);
    left->addWidget(m_preview, 1);
    left->addWidget(note);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addLayout(left, 1);
    row->addWidget(makeControls());
    connect(m_preview, &ChartPreview::scaled, this, [this] {
        const QSize full = m_preview->preset().size.toSize();
        m_size->setText(tr("PNG, %1 × %2 px · %3 %").arg(full.width()).arg(full.height()).arg(m_preview->percent()));
    });
    resize(1240, 760);
    m_headline->setFocus();
}

QPlainTextEdit* ExportDialog::makeField(const QString& name, const QString& text, int lines) {
    auto* field = new QPlainTextEdit(text, this);
    field->setAccessibleName(name);
    field->setTabChangesFocus(true);
    field->setFont(kpwatch::font(13));
    field->setFixedHeight(field->fontMetrics().lineSpacing() * lines + 22);
    connect(field, &QPlainTextEdit::textChanged, this, &ExportDialog::follow);
    return field;
}

QWidget* ExportDialog::makeSizes() {
    auto* sizes = new Selector(this);
    sizes->setAccessibleName(tr("Size"));
    for (const ChartPreset& preset : ChartPreset::all()) {
        sizes->addItem(presetLabel(preset));
        if (preset.id == m_style.preset)
            sizes->setCurrentIndex(sizes->count() - 1);
    }
    connect(sizes, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_style.preset = ChartPreset::all()[static_cast<std::size_t>(index)].id;
        restyle();
    });
    return sizes;
}

QLayout* ExportDialog::makeThemes() {
    auto* themes = new QHBoxLayout;
    auto* group = new QButtonGroup(this);
    for (const bool dark : {false, true}) {
        auto* button = new Button(dark ? tr("Dark") : tr("Light"), ButtonKind::Segment, this);
        button->setCheckable(true);
        button->setChecked(m_style.dark == dark);
        connect(button, &QAbstractButton::clicked, this, [this, dark] {
            m_style.dark = dark;
            restyle();
        });
        group->addButton(button);
        themes->addWidget(button);
    }
    return themes;
}

QWidget* ExportDialog::makeControls() {
    auto* side = new QWidget(this);
    side->setFixedWidth(348);
    side->setBackgroundRole(QPalette::Base);
    side->setAutoFillBackground(true);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(24, 24, 24, 20);
    column->setSpacing(6);
    const auto caption = [&](const QString& text) {
        auto* label = new TextLabel(12, 600, Ink::Text2, side);
        label->setText(text);
        column->addSpacing(8);
        column->addWidget(label);
    };
    auto* title = new TextLabel(18, 600, Ink::Text, side);
    title->setText(tr("Export chart"));
    column->addWidget(title);
    caption(tr("Size"));
    column->addWidget(makeSizes());
    caption(tr("Headline"));
    column->addWidget(m_headline = makeField(tr("Headline"), m_facts.headline, 2));
    caption(tr("Standfirst"));
    column->addWidget(m_standfirst = makeField(tr("Standfirst"), m_facts.standfirst, 3));
    caption(tr("Theme of the chart"));
    column->addLayout(makeThemes());
    caption(tr("Alt text, saved inside the picture"));
    column->addWidget(m_altText = makeField(tr("Alt text"), m_preview->description(), 5), 1);
    column->addSpacing(10);
    auto* always = new TextLabel(12, 400, Ink::Text3, side);
    always->setWordWrap(true);
    always->setText(tr("Always on the chart: source line, gaps in the record, legend, time zones. They cannot be "
                       "switched off."));
    column->addWidget(always);
    m_outcome = new TextLabel(12, 600, Ink::Text, side);
    m_outcome->setWordWrap(true);
    column->addWidget(m_outcome);
    auto* buttons = new QHBoxLayout;
    auto* copy = new Button(tr("Copy image"), ButtonKind::Plain, side);
    auto* copyAlt = new Button(tr("Copy alt text"), ButtonKind::Plain, side);
    auto* close = new Button(tr("Close"), ButtonKind::Plain, side);
    auto* saveButton = new Button(tr("Save…"), ButtonKind::Primary, side);
    auto* copies = new QHBoxLayout;
    copies->addWidget(copy);
    copies->addWidget(copyAlt);
    copies->addStretch();
    column->addLayout(copies);
    buttons->addStretch();
    buttons->addWidget(close);
    buttons->addWidget(saveButton);
    column->addLayout(buttons);
    connect(copyAlt, &QAbstractButton::clicked, this, &ExportDialog::copyAltText);
    connect(copy, &QAbstractButton::clicked, this, &ExportDialog::copyImage);
    connect(close, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(saveButton, &QAbstractButton::clicked, this, &ExportDialog::askWhere);
    return side;
}

void ExportDialog::follow() {
    m_altEdited = m_altEdited || sender() == m_altText;
    m_facts.headline = m_headline->toPlainText().simplified();
    m_facts.standfirst = m_standfirst->toPlainText().simplified();
    m_facts.alt = m_altEdited ? m_altText->toPlainText().simplified() : QString();
    m_preview->setFacts(m_facts);
    if (m_altEdited)
        return;
    const QSignalBlocker quiet(m_altText);
    m_altText->setPlainText(m_preview->description());
}

void ExportDialog::restyle() { m_preview->setChartStyle(m_style); }

void ExportDialog::say(const QString& outcome, bool good) {
    m_outcome->setInk(good ? Ink::Text : Ink::Down);
    m_outcome->setText(outcome);
}

QString ExportDialog::suggestedFileName() const {
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(m_facts.asOf.time_since_epoch().count(), Qt::UTC);
    return QStringLiteral("kpwatch-%1Z.png").arg(utc.toString(QStringLiteral("yyyyMMdd-HHmm")));
}

void ExportDialog::askWhere() {
    const QDir pictures(QStandardPaths::writableLocation(QStandardPaths::PicturesLocation));
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Save the chart"), pictures.filePath(suggestedFileName()), tr("PNG picture (*.png)"));
    if (!file.isEmpty())
        save(file);
}

bool ExportDialog::save(const QString& file) {
    QSaveFile out(file);
    const bool opened = out.open(QIODevice::WriteOnly);
    QImageWriter writer(&out, "png");
    const bool saved = opened && writer.write(m_preview->image()) && out.commit();
    const QString place = QDir::toNativeSeparators(file);
    const QString why = opened && out.error() == QFileDevice::NoError ? writer.errorString() : out.errorString();
    if (saved) // with the picture goes what it says, for who cannot see it
        QGuiApplication::clipboard()->setText(m_preview->description());
    say(saved ? tr("Saved: %1\nIts alt text is on the clipboard.").arg(place)
              : tr("%1 could not be written: %2. Choose another place.").arg(place, why),
        saved);
    return saved;
}

void ExportDialog::copyImage() {
    auto* copied = new QMimeData; // the clipboard takes it over
    copied->setImageData(m_preview->image());
    copied->setText(m_preview->description());
    QGuiApplication::clipboard()->setMimeData(copied);
    say(tr("The picture and its alt text are on the clipboard."));
}

void ExportDialog::copyAltText() {
    QGuiApplication::clipboard()->setText(m_preview->description());
    say(tr("The alt text is on the clipboard."));
}

} // namespace kpwatch

package main

import (
	"net/http"
	"strconv"
	"time"

	"github.com/jmoiron/sqlx"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"maillage/db"
)

// metrics are the figures of one instance, for its operator.
type metrics struct {
	registry *prometheus.Registry
	requests *prometheus.HistogramVec
}

func newMetrics(database *sqlx.DB, journal *db.Journal) *metrics {
	m := &metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name:    "maillage_http_request_seconds",
			Help:    "Time to answer a request, by route and status.",
			Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 10},
		}, []string{"route", "status"}),
	}
	m.registry.MustRegister(m.requests,
		collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
		collectors.NewDBStatsCollector(database.DB, "maillage"),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{
			Name: "maillage_live_readers",
			Help: "Readers that follow the journal now.",
		}, func() float64 { return float64(journal.Followers()) }))
	return m
}

// Handler serves the figures.
func (m *metrics) Handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}

// measured times every request but the streams, which last as long as they are read.
func (m *metrics) measured(mux *http.ServeMux) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, route := mux.Handler(r)
		if route == "POST /graphql/stream" {
			mux.ServeHTTP(w, r)
			return
		}
		began := time.Now()
		seen := &statusWriter{ResponseWriter: w, status: http.StatusOK}
		mux.ServeHTTP(seen, r)
		m.requests.WithLabelValues(route, strconv.Itoa(seen.status)).Observe(time.Since(began).Seconds())
	})
}

type statusWriter struct {
	http.ResponseWriter
	status int
}

// WriteHeader notes the status.
func (w *statusWriter) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}

// Unwrap lets http.ResponseController reach the connection.
func (w *statusWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

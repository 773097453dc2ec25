package network

// Public is what anyone may read of the proceedings: what was chosen for it, and
// of people nothing but who convened a topic. The document itself is left as it is.
func (p *Proceedings) Public() *Proceedings {
	public := *p
	public.PublicPart = true
	public.Programme = chosen(p.Programme, func(i ProceedingsItem) (ProceedingsItem, bool) { return i, i.Public })
	public.Contributions = chosen(p.Contributions, func(c ProceedingsContribution) (ProceedingsContribution, bool) {
		c.Author, c.PromisedBy = nil, nil
		c.Answers = chosen(c.Answers, func(a ProceedingsAnswer) (ProceedingsAnswer, bool) {
			a.Author = nil
			return a, a.Accepted
		})
		return c, c.Public
	})
	public.Questions = chosen(p.Questions, func(q ProceedingsQuestion) (ProceedingsQuestion, bool) {
		q.Author, q.PromisedBy = nil, nil
		return q, q.Public
	})
	public.Topics = chosen(p.Topics, func(t ProceedingsTopic) (ProceedingsTopic, bool) {
		if t.Harvest != nil {
			harvest := *t.Harvest
			harvest.CarriesOn, harvest.Carriers = "", []ProceedingsPerson{}
			t.Harvest = &harvest
		}
		return t, t.Public
	})
	public.Outcomes = chosen(p.Outcomes, func(o ProceedingsOutcome) (ProceedingsOutcome, bool) { return o, o.Public })
	public.Centres = chosen(p.Centres, func(c ProceedingsCentre) (ProceedingsCentre, bool) {
		c.People = 0
		return c, true
	})
	public.Version, public.ViewerCanEdit, public.ViewerCanFinalize = 0, false, false
	return &public
}

// ForGuest is what a guest of the gathering reads: what came of it belongs to
// the teams, but for what anyone may read by now.
func (p *Proceedings) ForGuest() *Proceedings {
	seen := *p
	seen.Outcomes = chosen(p.Outcomes, func(o ProceedingsOutcome) (ProceedingsOutcome, bool) { return o, o.Public && p.FinalAt != nil })
	return &seen
}

// chosen are those of a list that are kept, as they are to be shown.
func chosen[T any](list []T, keep func(T) (T, bool)) []T {
	kept := []T{}
	for _, one := range list {
		if shown, ok := keep(one); ok {
			kept = append(kept, shown)
		}
	}
	return kept
}

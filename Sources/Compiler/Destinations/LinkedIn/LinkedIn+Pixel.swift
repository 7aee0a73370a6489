import CustomTemplate
import TagwrightPlan

extension LinkedIn {
  /// `lintrk('track', {conversion_id, event_id})`, by the id of a rule for the Insight Tag, which is another than the API's.
  ///
  /// LinkedIn's text on deduplication: of two events of one id, by two rules of one campaign, the tag's is kept. It names no
  /// time: the two days are those of others. Nothing else is documented for the call, neither a value nor a person.
  static let pixel = PixelForm(
    script: .queued(
      "lintrk", queue: "q", queuesLists: true,
      library: "https://snap.licdn.com/li.lms-analytics/insight.min.js",
      initialising: """
        setInWindow('_linkedin_partner_id', pixel, true);
        const partners = copyFromWindow('_linkedin_data_partner_ids') || [];
        if (partners.indexOf(pixel) < 0) createQueue('_linkedin_data_partner_ids')(pixel);
        """,
      calling: """
        properties.conversion_id = makeNumber(event);
        callInWindow('lintrk', 'track', properties);
        """, event: 1, properties: 1),
    idMember: "event_id", eventMember: "conversion_id", names: [:],
    scenarios: [partnerOnce],
    counting: EventCounting.Rule(
      mergesWithin: 48 * 3_600_000, dropsWithin: 48 * 3_600_000, namesMayDiffer: true))

  private static let partnerOnce = TemplateScenario(
    name: "Tells the Insight Tag its partner once",
    code: """
      const partners = [];
      page['_linkedin_data_partner_ids'] = partners;
      mock('createQueue', (name) => (entry) => {
        if (name === '_linkedin_data_partner_ids') partners.push(entry);
      });
      runCode(input);
      runCode(input);
      assertThat(partners).isEqualTo([input.partner_id]);
      assertThat(page['_linkedin_partner_id']).isEqualTo(input.partner_id);
      """)
}
